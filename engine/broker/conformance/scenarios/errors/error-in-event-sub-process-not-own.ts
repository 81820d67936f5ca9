import { boundary, error, eventSub, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error event sub-process does not catch its own errors',
  rule: 'The error goes outwards.',
  async run(z) {
    const es = eventSub('es', start('es-s', error('E')), task('again'), flow('es-s > again'));
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
    await z.throwError(await z.job('again'), 'E');
    await z.job('outside');
  },
};
