import { input, job, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'type and retries see the input mappings',
  rule: 'Input mappings come first, so the type may come from one.',
  async run(z) {
    await z.deploy(
      line('p', task('work', job('=kind', '=tries'), input('=t', 'kind'), input('=2.9', 'tries'))),
    );
    await z.create('p', { t: z.name('mapped') });
    z.equal((await z.job('mapped')).retries, 2, 'the fraction is cut');
  },
};
