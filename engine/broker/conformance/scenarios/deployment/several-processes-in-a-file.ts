import { definitions, element, executable, flow, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a file may hold several processes',
  rule: 'Each has its own version; processes that are not executable are left out.',
  async run(z) {
    const file = definitions(
      executable('p', start(), task('a'), flow('start > a')),
      executable('q', start('start2'), task('b'), flow('start2 > b')),
      element('process', 'not-executable', start('s3')),
    );
    const { deployments } = await z.deploy(file);
    z.equal(
      deployments.map((each: { process: { bpmnProcessId: string } }) => each.process.bpmnProcessId).sort(),
      ['p', 'q'],
    );
    await z.create('q');
    await z.job('b');
  },
};
