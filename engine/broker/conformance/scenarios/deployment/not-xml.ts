import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'what is not XML is refused',
  rule: 'Text, an empty file, a file that ends too early.',
  async run(z) {
    for (const content of ['hello', '', '<a', line('p', task('a')).slice(0, 300)])
      await z.rejected(z.deploy({ name: 'p.bpmn', content }), 'INVALID_ARGUMENT');
  },
};
