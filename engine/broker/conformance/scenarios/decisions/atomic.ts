import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'one broken file keeps all others out',
  rule: 'Nothing of the deployment is there.',
  async run(z) {
    await z.rejected(
      z.deploy(dmn('good', decision('d', literal('1'))), dmn('bad', decision('e', literal('1 +')))),
      'INVALID_ARGUMENT',
    );
    await z.rejected(z.evaluate('d'), 'INVALID_ARGUMENT');
  },
};
