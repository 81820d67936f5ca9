import { catching, duration, flow, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a static number is no duration',
  rule: 'It is taken as a number.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), catching('a', duration('5')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Invalid timer duration expression \(Expected result of the expression '5' to be one of '\[DURATION, PERIOD, STRING\]', but was 'NUMBER'\.\)/,
    );
  },
};
