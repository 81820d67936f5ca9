import { boundary, error, eventSub, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an event sub-process inside goes before a boundary event outside',
  rule: 'The scope itself is nearer.',
  async run(z) {
    const es = eventSub('es', start('es-start', error('E')), task('inside'), flow('es-start > inside'));
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', start('s'), task('work'), es, flow('s > work')),
        boundary('b', 'sp', error('E')),
        task('outside'),
        flow('start > sp'),
        flow('b > outside'),
      ),
    );
    await z.create('p');
    await z.throwError(await z.job('work'), 'E');
    await z.job('inside');
    await z.noJob('outside');
  },
};
