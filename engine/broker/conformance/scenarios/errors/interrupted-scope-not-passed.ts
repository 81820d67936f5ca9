import { boundary, error, eventSub, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error does not pass a scope that has been interrupted',
  rule: 'What an interrupting event sub-process throws is caught inside it or not at all, even by a boundary event further out.',
  incidents: true,
  async run(z) {
    const es = eventSub('es', start('es-s', error('E')), task('again'), flow('es-s > again'));
    const inner = sub('sp', start('s'), task('work'), es, flow('s > work'));
    await z.deploy(
      process(
        'p',
        start(),
        sub('outer', start('o'), inner, flow('o > sp')),
        boundary('b', 'outer', error()),
        task('outside'),
        flow('start > outer'),
        flow('b > outside'),
      ),
    );
    await z.create('p');
    await z.throwError(await z.job('work'), 'E');
    await z.throwError(await z.job('again'), 'F');
    await z.noJob('outside');
    z.equal(await z.resolve(), 1);
  },
};
