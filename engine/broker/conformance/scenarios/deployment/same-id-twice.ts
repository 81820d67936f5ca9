import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'one id in two files of a deployment is refused',
  rule: 'Even if the files are identical.',
  async run(z) {
    await z.rejected(
      z.deploy(
        { name: 'a.bpmn', content: line('p', task('a')) },
        { name: 'b.bpmn', content: line('p', task('b')) },
      ),
      'INVALID_ARGUMENT',
      /Duplicated process id in resources '[ab]\.bpmn' and '[ab]\.bpmn'/,
    );
  },
};
