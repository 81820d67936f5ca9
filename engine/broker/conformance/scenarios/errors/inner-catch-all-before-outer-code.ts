import { boundary, error, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an inner catch-all goes before an outer code',
  rule: 'The search goes outwards scope by scope.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub(
          'sp',
          start('s'),
          task('work'),
          boundary('inner', 'work', error()),
          task('handledInside'),
          flow('s > work'),
          flow('inner > handledInside'),
        ),
        boundary('outer', 'sp', error('E')),
        task('handledOutside'),
        flow('start > sp'),
        flow('outer > handledOutside'),
      ),
    );
    await z.create('p');
    await z.throwError(await z.job('work'), 'E');
    await z.job('handledInside');
    await z.noJob('handledOutside');
  },
};
