import { call, error, eventSub, flow, input, line, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: "an error from a called process starts the caller's event sub-process",
  rule: 'What was thrown goes up to the root of the caller.',
  async run(z) {
    await z.deploy(line('c', task('work', input('=4', 'own'))));
    const handler = eventSub('esp', start('es', error('E')), task('handle'), flow('es > handle'));
    await z.deploy(process('p', start(), call('a', 'c'), handler, flow('start > a')));
    await z.create('p', { r: 1 });
    await z.throwError(await z.job('work'), 'E', { v: 7, r: 5 });
    z.equal((await z.job('handle')).variables, { r: 5, v: 7 });
  },
};
