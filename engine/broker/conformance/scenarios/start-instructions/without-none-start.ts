import { end, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a process without a none start event can be created with start instructions',
  rule: 'Without them it cannot.',
  async run(z) {
    await z.deploy(process('p', start('start', message('m')), task('a'), end(), flow('start > a > end')));
    await z.rejected(z.create('p'), 'FAILED_PRECONDITION');
    const instance = await z.create('p', {}, { startInstructions: [{ elementId: 'a' }] });
    await z.work('a');
    await z.ended(instance);
  },
};
