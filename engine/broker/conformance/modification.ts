/** What the scenarios about modification share: a process with scopes inside each other, and how a refusal begins. */
import { end, flow, process, start, sub, task } from './bpmn.ts';

export const intro =
  "Command 'MODIFY' rejected with code 'INVALID_ARGUMENT': Expected to modify instance of process 'p' but it contains one or more";

/** a, then the sub-process sp (b, then inner with c and d), then z. */
export const nested = process(
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
