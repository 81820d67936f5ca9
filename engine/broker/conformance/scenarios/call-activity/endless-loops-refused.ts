import {
  call,
  definitions,
  executable,
  flow,
  line,
  manualTask,
  multi,
  process,
  start,
  sub,
  task,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'processes of one file that call each other without waiting are refused',
  rule: 'Only where the process ids are static and both are in the same file; a call by expression or a wait on the way is allowed.',
  async run(z) {
    const refused = (xml: string, path: string) =>
      z.rejected(
        z.deploy(xml),
        'INVALID_ARGUMENT',
        new RegExp(
          `ERROR: Processes are not allowed to contain a straight-through processing loop: ${path}\\n`,
        ),
      );
    await refused(line('p', call('c', 'p')), 'c > start > c');
    await refused(line('p', call('c', 'p', multi({ items: '=[1]' }))), 'c > start > c');
    await refused(
      process('p', start(), manualTask('m'), call('c', 'p'), flow('start > m > c')),
      'c > start > m > c',
    );
    const inside = sub('s', start('is'), call('c', 'p'), flow('is > c'));
    await refused(process('p', start(), inside, flow('start > s')), 'c > start > s > is > c');
    const other = (wait: boolean) =>
      definitions(
        executable('p', start(), call('c', 'q'), flow('start > c')),
        executable(
          'q',
          start('qs'),
          ...(wait ? [task('w')] : []),
          call('d', 'p'),
          flow(wait ? 'qs > w > d' : 'qs > d'),
        ),
      );
    await refused(other(false), 'c > qs > d > start > c');
    await z.deploy(other(true));
    await z.deploy(line('p', call('c', '="p$run"')));
    await z.deploy(line('p', task('w'), call('c', 'p')));
  },
};
