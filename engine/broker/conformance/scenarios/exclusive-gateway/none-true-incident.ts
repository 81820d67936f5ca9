import { exclusive, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'no condition holds and there is no default: an incident',
  rule: 'Changing the variables and resolving takes a flow.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        exclusive('g'),
        task('a'),
        task('b'),
        flow('start > g'),
        flow('g > a', '=x = 1'),
        flow('g > b', '=x = 2'),
      ),
    );
    const instance = await z.create('p', { x: 3 });
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { x: 2 });
    z.equal(await z.resolve(), 1);
    await z.work('b');
  },
};
