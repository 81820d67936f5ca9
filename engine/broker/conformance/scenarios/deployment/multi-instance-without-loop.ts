import { flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a multi-instance activity needs its loop',
  rule: 'The extension element carries the collection.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process('p', start(), task('a', '<bpmn:multiInstanceLoopCharacteristics />'), flow('start > a')),
      ),
      'INVALID_ARGUMENT',
      /Must have exactly one 'zeebe:loopCharacteristics' extension element/,
    );
  },
};
