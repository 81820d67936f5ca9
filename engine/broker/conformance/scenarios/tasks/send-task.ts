import { header, line, sendTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a send task is a job',
  rule: 'It has type, headers and retries like a service task.',
  async run(z) {
    await z.deploy(line('p', sendTask('send', header('to', 'x'))));
    const instance = await z.create('p');
    z.equal((await z.work('send')).customHeaders, { to: 'x' });
    await z.ended(instance);
  },
};
