import { boundary, error, eventSub, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a boundary event catches the errors of its own task only',
  rule: "Another task's error goes on outwards.",
  async run(z) {
    const es = eventSub('es', start('s', error('E')), task('byScope'), flow('s > byScope'));
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        boundary('b', 'a', error('E')),
        task('c'),
        task('byTask'),
        es,
        flow('start > a'),
        flow('start > c'),
        flow('b > byTask'),
      ),
    );
    await z.create('p');
    await z.throwError(await z.job('c'), 'E');
    await z.job('byScope');
    await z.noJob('byTask');
  },
};
