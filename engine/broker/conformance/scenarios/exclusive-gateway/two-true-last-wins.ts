import { exclusive, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'of two conditions that hold the flow last in the document is taken',
  rule: 'Flows are tried in reverse order of the document.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        exclusive('g'),
        task('a'),
        task('b'),
        task('c'),
        flow('start > g'),
        flow('g > a', '=true'),
        flow('g > b', '=true'),
        flow('g > c', '=false'),
      ),
    );
    await z.create('p');
    await z.work('b');
    await z.noJob('a');
  },
};
