import { flow, input, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a start event has output mappings',
  rule: 'They run before anything else; inputs are ignored.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start('start', input('=9', 'no'), output('=a * 2', 'b')),
        task('work'),
        flow('start > work'),
      ),
    );
    await z.create('p', { a: 2 });
    z.equal((await z.job('work')).variables, { a: 2, b: 4 });
  },
};
