import { flow, line, output, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'only the latest version starts by signal',
  rule: 'A new one takes over, even with another name or without a signal.',
  async run(z) {
    const file = (n: number, name: string) =>
      process('p', start('st', signal(name)), task('first', output(`=${n}`, 'n')), flow('st > first'));
    await z.deploy(file(1, 's'));
    await z.deploy(file(2, 's'));
    await z.broadcast('s');
    z.equal((await z.work('first')).processDefinitionVersion, 2);
    await z.deploy(file(3, 'new'));
    await z.broadcast('s');
    await z.noJob('first');
    await z.broadcast('new');
    z.equal((await z.work('first')).processDefinitionVersion, 3);
    await z.deploy(line('p', task('other')));
    await z.broadcast('new');
    await z.noJob('first');
  },
};
