import { end, flow, message, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message start event cannot be named by digits',
  rule: 'A static text of digits is a number.',
  async run(z) {
    const file = process('p', start('st', message('m')), end(), flow('st > end'));
    await z.rejected(
      z.deploy(file.replaceAll('name="m$run"', 'name="5"')),
      'INVALID_ARGUMENT',
      /Expected constant expression of type String for message name '5', but was NUMBER/,
    );
  },
};
