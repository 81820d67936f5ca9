import { duration, message, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a start event has one type',
  rule: 'Two definitions are refused.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start('start', message('m'), duration('PT1S')))),
      'INVALID_ARGUMENT',
      /Start event can't have more than one type/,
    );
  },
};
