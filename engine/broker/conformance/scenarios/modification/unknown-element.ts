import { end, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const intro =
  "Command 'MODIFY' rejected with code 'INVALID_ARGUMENT': Expected to modify instance of process 'p' but it contains one or more";
const nested = process(
  'p',
  start(),
  task('a'),
  sub(
    'sp',
    start('s1'),
    task('b'),
    sub('inner', start('s2'), task('c'), task('d'), end('e2'), flow('s2 > c > d > e2')),
    end('e1'),
    flow('s1 > b > inner > e1'),
  ),
  task('z'),
  end(),
  flow('start > a > sp > z > end'),
);

export const scenario: Scenario = {
  title: 'activating an unknown element is refused',
  rule: 'All unknown ids are named.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p');
    await z.rejected(
      z.modify(instance, { activate: [{ elementId: 'nope' }] }),
      'INVALID_ARGUMENT',
      `${intro} activate instructions with an element that could not be found: 'nope'`,
    );
  },
};
