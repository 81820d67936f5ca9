import { byDefault, exclusive, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a condition that is not boolean is an incident, even with a default flow',
  rule: 'A missing variable makes a comparison null, and null is neither true nor false.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        exclusive('g', byDefault('g > b')),
        task('a'),
        task('b'),
        flow('start > g'),
        flow('g > a', '=x > 5'),
        flow('g > b'),
      ),
    );
    const instance = await z.create('p');
    await z.noJob('b');
    await z.setVariables(instance, { x: 6 });
    z.equal(await z.resolve(), 1);
    await z.work('a');
  },
};
