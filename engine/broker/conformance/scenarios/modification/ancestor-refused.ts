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
  title: 'an ancestor must be an active scope of the element in the instance',
  rule: 'Not there, of another instance, or not around the element: refused.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p');
    const other = await z.create('p');
    const [a] = await z.jobs('a', 2);
    if (!a) return;
    const at = (ancestorElementInstanceKey: string) =>
      z.modify(
        { processInstanceKey: a.processInstanceKey },
        { activate: [{ elementId: 'c', ancestorElementInstanceKey }] },
      );
    await z.rejected(
      at('2251799999999999'),
      'INVALID_ARGUMENT',
      `${intro} activate instructions with an ancestor scope key that does not exist, or is not in an active state: '2251799999999999'`,
    );
    const foreign =
      a.processInstanceKey === instance.processInstanceKey
        ? other.processInstanceKey
        : instance.processInstanceKey;
    await z.rejected(
      at(foreign),
      'INVALID_ARGUMENT',
      `${intro} activate instructions with an ancestor scope key that does not belong to the modified process instance: '${foreign}'`,
    );
    await z.rejected(
      at(a.elementInstanceKey),
      'INVALID_ARGUMENT',
      `${intro} activate instructions with an ancestor scope key that is not an ancestor of the element to activate:\n- instance '${a.elementInstanceKey}' of element 'a' is not an ancestor of element 'c'`,
    );
  },
};
