import { end, flow, multi, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const intro =
  "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to create instance of process with start instructions but";

export const scenario: Scenario = {
  title: 'nothing inside a multi-instance sub-process can be started at',
  rule: 'The sub-process as a whole can.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('msp', multi({ items: '=[1,2]' }), start('s'), task('b'), end('e'), flow('s > b > e')),
        end(),
        flow('start > msp > end'),
      ),
    );
    await z.rejected(
      z.create('p', {}, { startInstructions: [{ elementId: 'b' }] }),
      'INVALID_ARGUMENT',
      `${intro} the element with id 'b' is inside a multi-instance subprocess. The creation of elements inside a multi-instance subprocess is not supported.`,
    );
    const instance = await z.create('p', {}, { startInstructions: [{ elementId: 'msp' }] });
    await z.work('b');
    await z.work('b');
    await z.ended(instance);
  },
};
