import { cycle, end, flow, manualTask, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'deleting the latest version lets the timer start of the previous one run again',
  rule: 'And no more after that is deleted, too.',
  async run(z) {
    const model = (...event: string[]) =>
      process(
        'p',
        start('start', ...event),
        manualTask('a'),
        task('work'),
        end(),
        flow('start > a > work > end'),
      );
    const old = await z.deploy(model(cycle('R/PT1S')));
    const latest = await z.deploy(model());
    await z.call('DeleteResource', { resourceKey: latest.deployments[0].process.processDefinitionKey });
    await z.job('work');
    z.ok(old, 'deployed');
  },
};
