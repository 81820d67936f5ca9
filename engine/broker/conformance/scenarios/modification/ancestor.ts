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
  title: 'the ancestor key says in which scope to activate',
  rule: 'Below the ancestor new scopes are created, even where one runs.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p');
    await z.job('a');
    await z.modify(instance, { activate: [{ elementId: 'sp' }] });
    await z.job('b');
    const ancestorElementInstanceKey = instance.processInstanceKey;
    await z.modify(instance, { activate: [{ elementId: 'b', ancestorElementInstanceKey }] });
    const second = await z.job('b');
    await z.rejected(
      z.modify(instance, { activate: [{ elementId: 'c', ancestorElementInstanceKey: -1 }] }),
      'INVALID_ARGUMENT',
      `${intro} activate instructions for an element that has a flow scope with more than one active instance: 'sp'. Can't decide in which instance of the flow scope the element should be activated. Please specify an ancestor element instance key for this activate instruction.`,
    );
    z.ok(second, 'a job');
  },
};
