import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a stream may narrow the variables',
  rule: 'fetchVariable works as for polls.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const stream = z.stream('work', { fetchVariable: ['a'] });
    await z.sleep(400);
    await z.create('p', { a: 1, b: 2 });
    z.equal((await stream.next()).variables, { a: 1 });
  },
};
