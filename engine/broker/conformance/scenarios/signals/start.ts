import { flow, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a signal starts an instance of every process that waits for it',
  rule: 'Its variables are those of the instance.',
  async run(z) {
    for (const id of ['p', 'q'])
      await z.deploy(process(id, start('st', signal('s')), task('first'), flow('st > first')));
    await z.broadcast('s', { a: 1 });
    await z.broadcast('s', { a: 2 });
    const jobs = await z.jobs('first', 4);
    z.equal(
      jobs.map(({ bpmnProcessId, variables }) => [bpmnProcessId, variables.a]),
      [
        ['p', 1],
        ['q', 1],
        ['p', 2],
        ['q', 2],
      ],
    );
  },
};
