import { message, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'two start events may not have the same message',
  rule: 'The second could never start.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start('a', message('m')), start('b', message('m')))),
      'INVALID_ARGUMENT',
      /A message cannot be referred by more than one start event/,
    );
  },
};
