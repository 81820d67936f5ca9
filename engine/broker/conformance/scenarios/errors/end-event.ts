import { boundary, end, error, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error end event throws out of its sub-process',
  rule: 'The boundary event with its code catches it.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', start('s'), end('e', error('E')), flow('s > e')),
        boundary('b', 'sp', error('E')),
        task('handle'),
        task('next'),
        flow('start > sp > next'),
        flow('b > handle'),
      ),
    );
    const instance = await z.create('p');
    await z.work('handle');
    await z.noJob('next');
    await z.ended(instance);
  },
};
