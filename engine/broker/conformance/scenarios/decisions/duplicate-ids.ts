import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a decision or file id may come once in a deployment',
  rule: 'The message names both files.',
  async run(z) {
    const one = dmn('one', decision('d', literal('1')));
    await z.rejected(
      z.deploy(one, dmn('two', decision('d', literal('1')))),
      'INVALID_ARGUMENT',
      /Expected the decision ids to be unique within a deployment but found a duplicated id/,
    );
    await z.rejected(
      z.deploy(one, { ...one, name: 'two.dmn' }),
      'INVALID_ARGUMENT',
      /Expected the decision requirements ids to be unique within a deployment but found a duplicated id/,
    );
  },
};
