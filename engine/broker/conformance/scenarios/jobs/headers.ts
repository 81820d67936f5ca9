import { header, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'task headers come as custom headers, verbatim',
  rule: 'Headers are strings; an expression is not evaluated, a header with an empty value is dropped.',
  async run(z) {
    await z.deploy(line('p', task('work', header('a', '=1 + 1'), header('b', 'text'), header('c', ''))));
    await z.create('p');
    z.equal((await z.job('work')).customHeaders, { a: '=1 + 1', b: 'text' });
  },
};
