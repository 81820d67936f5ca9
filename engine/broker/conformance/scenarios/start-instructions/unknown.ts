import { end, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const intro =
  "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to create instance of process with start instructions but";
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
  title: 'an unknown element is refused',
  rule: 'The first one is named.',
  async run(z) {
    await z.deploy(nested);
    await z.rejected(
      z.create(
        'p',
        {},
        { startInstructions: [{ elementId: 'a' }, { elementId: 'nope' }, { elementId: 'no' }] },
      ),
      'INVALID_ARGUMENT',
      `${intro} no element found with id 'nope'.`,
    );
  },
};
