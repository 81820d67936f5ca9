import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'version 0 is not the latest',
  rule: 'It is a version that does not exist.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.rejected(
      z.create('p', {}, { version: 0 }),
      'NOT_FOUND',
      "Command 'CREATE' rejected with code 'NOT_FOUND': Expected to find process definition with process ID 'p' and version '0', but none found",
    );
  },
};
