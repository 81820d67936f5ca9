import { line, process, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a deployment may hold several files',
  rule: 'All of them or none.',
  async run(z) {
    const { deployments } = await z.deploy(line('p', task('a')), line('q', task('b')));
    z.equal(deployments.length, 2);
    await z.rejected(z.deploy(line('r', task('a')), process('s', task('b'))), 'INVALID_ARGUMENT');
    await z.rejected(z.create('r'), 'NOT_FOUND');
  },
};
