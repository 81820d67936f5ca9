import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the ending of a name says what a resource is',
  rule: 'Others are refused, upper case, too.',
  async run(z) {
    const content = line('p', task('a'));
    const text = (name: string) =>
      `Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy new resources, but encountered the following errors:\n\n'${name}': unknown resource type`;
    for (const name of ['p.txt', 'p', 'p.BPMN'])
      await z.rejected(z.deploy({ name, content }), 'INVALID_ARGUMENT', text(name));
  },
};
