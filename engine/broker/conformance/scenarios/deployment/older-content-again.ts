import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the content of an older version is a new version',
  rule: 'Only the latest is compared.',
  async run(z) {
    const [a, b] = [line('p', task('a')), line('p', task('b'))];
    await z.deploy(a);
    await z.deploy(b);
    z.equal((await z.deploy(a)).deployments[0].process.version, 3);
  },
};
