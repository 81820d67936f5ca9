import { process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an id given twice in a file is refused',
  rule: 'Ids are unique in a document.',
  async run(z) {
    await z.rejected(z.deploy(process('p', start(), task('a'), task('a'))), 'INVALID_ARGUMENT');
  },
};
