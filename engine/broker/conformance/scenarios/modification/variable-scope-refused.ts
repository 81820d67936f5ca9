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
  title: 'variables go to a scope of the activated element only',
  rule: 'An unknown scope is named.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p');
    const into = (scopeId: string) =>
      z.modify(instance, {
        activate: [{ elementId: 'b', variableInstructions: [{ variables: '{"v":1}', scopeId }] }],
      });
    await z.rejected(
      into('zzz'),
      'INVALID_ARGUMENT',
      `${intro} variable instructions with a scope element id that could not be found: 'zzz'`,
    );
    await z.rejected(
      into('inner'),
      'INVALID_ARGUMENT',
      `${intro} variable instructions with a scope element that doesn't belong to the activating element's flow scope. These variables should be set before or after the modification.`,
    );
  },
};
