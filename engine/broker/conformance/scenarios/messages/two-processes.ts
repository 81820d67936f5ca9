import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'one message reaches instances of different processes',
  rule: 'Each process id gets it once.',
  async run(z) {
    for (const id of ['p', 'q'])
      await z.deploy(line(id, catching('c', message('order', '=id')), task('after')));
    await z.create('p', { id: 'A' });
    await z.create('q', { id: 'A' });
    await z.sleep(200);
    await z.publish('order', 'A', { variables: { n: 1 } });
    z.equal((await z.jobs('after', 2)).map(({ bpmnProcessId }) => bpmnProcessId).sort(), ['p', 'q']);
  },
};
