import { catching, flow, input, parallel, process, signal, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an instance hears its own signal',
  rule: 'If its catch event waits already, or is activated in the same breath.',
  async run(z) {
    for (const [id, first, second] of [
      ['p', 'f > c', 'f > t'],
      ['q', 'f > t', 'f > c'],
    ] as const) {
      const nodes = [
        start(),
        parallel('f'),
        catching('c', signal(`s${id}`)),
        task(`caught${id}`),
        throwing('t', signal(`s${id}`), input('=1', 'a')),
      ];
      await z.deploy(
        process(id, ...nodes, flow('start > f'), flow(first), flow(second), flow(`c > caught${id}`)),
      );
      await z.create(id);
      z.equal((await z.job(`caught${id}`)).variables, { a: 1 }, id);
    }
  },
};
