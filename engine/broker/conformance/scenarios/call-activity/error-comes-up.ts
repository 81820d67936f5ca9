import { boundary, call, error, flow, input, line, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error that the called process does not catch comes up to the call activity',
  rule: "The boundary event's mappings see what was thrown and nothing of the call activity; without mappings nothing of it is seen.",
  async run(z) {
    await z.deploy(line('c', task('work')));
    await z.deploy(
      process(
        'p',
        start(),
        call('a', 'c', input('=1', 'own')),
        boundary('exact', 'a', error('E'), output('=v', 'got'), output('=own', 'own')),
        boundary('any', 'a', error()),
        task('handle'),
        task('other'),
        flow('start > a'),
        flow('exact > handle'),
        flow('any > other'),
      ),
    );
    await z.create('p', { r: 1 });
    const job = await z.job('work');
    await z.throwError(job, 'E', { v: 7 });
    z.equal((await z.job('handle')).variables, { r: 1, got: 7, own: null });
    await z.ended(job);
    await z.create('p', { r: 1 });
    await z.throwError(await z.job('work'), 'X', { v: 7 });
    z.equal((await z.job('other')).variables, { r: 1 });
  },
};
