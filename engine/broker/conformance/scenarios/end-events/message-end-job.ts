import { end, flow, input, job, message, output, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message end event is a job',
  rule: 'The instance ends when the job is completed; inputs and outputs work.',
  async run(z) {
    const thrown = end('end', message('sent'), job('publish'), input('=x', 'a'), output('=r', 'result'));
    await z.deploy(process('p', start(), thrown, flow('start > end')));
    const instance = await z.create('p', { x: 1 });
    const job1 = await z.job('publish');
    z.equal(job1.variables, { a: 1, x: 1 });
    await z.running(instance);
    await z.complete(job1, { r: 2 });
    await z.ended(instance);
  },
};
