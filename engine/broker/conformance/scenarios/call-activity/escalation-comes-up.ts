import {
  beside,
  boundary,
  call,
  escalation,
  flow,
  input,
  output,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an escalation comes up to the call activity',
  rule: 'Interrupting ends the called instance, non-interrupting lets it go on; no variables travel with it.',
  async run(z) {
    await z.deploy(
      process(
        'c',
        start(),
        throwing('up', escalation('E'), output('=1', 'said')),
        task('work'),
        flow('start > up > work'),
      ),
    );
    for (const interrupting of [true, false]) {
      const event = interrupting ? boundary : beside;
      await z.deploy(
        process(
          'p',
          start(),
          call('a', 'c', input('=3', 'own')),
          event('b', 'a', escalation('E'), output('=own', 'o'), output('=said', 's')),
          task('handle'),
          task('after'),
          flow('start > a > after'),
          flow('b > handle'),
        ),
      );
      const instance = await z.create('p', { r: 1 });
      z.equal((await z.work('handle')).variables, { r: 1, o: null, s: null });
      if (interrupting) {
        await z.noJob('work');
        await z.ended(instance);
      } else {
        await z.work('work');
        z.equal((await z.work('after')).variables.said, 1);
      }
    }
  },
};
