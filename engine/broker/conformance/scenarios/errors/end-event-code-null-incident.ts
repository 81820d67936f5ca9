import { boundary, end, error, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error code that is null stops the end event',
  rule: 'It must be text.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', start('s'), end('e', error('=code')), flow('s > e')),
        boundary('b', 'sp', error('E2')),
        task('handle'),
        flow('start > sp'),
        flow('b > handle'),
      ),
    );
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { code: 'E2' });
    z.equal(await z.resolve(), 1);
    await z.job('handle');
  },
};
