import { boundary, error, flow, listener, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: "an error thrown by a listener's job is caught by nobody",
  rule: "Not by the task's own boundary event, nor further out: an incident.",
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub(
          'sp',
          start('s'),
          task('work', listener('start', 'l')),
          boundary('b', 'work', error()),
          task('handle'),
          flow('s > work'),
          flow('b > handle'),
        ),
        boundary('o', 'sp', error()),
        task('outside'),
        flow('start > sp'),
        flow('o > outside'),
      ),
    );
    await z.create('p');
    await z.throwError(await z.job('l'), 'F');
    await z.noJob('handle');
    await z.noJob('outside');
    z.equal(await z.resolve(), 1);
  },
};
