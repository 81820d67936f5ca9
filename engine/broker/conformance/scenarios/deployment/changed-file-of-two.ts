import { definitions, executable, flow, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a change in a file is a new version of each process in it',
  rule: 'The digest is of the whole file.',
  async run(z) {
    const file = (id: string) =>
      definitions(
        executable('p', start(), task('a'), flow('start > a')),
        executable('q', start('start2'), task(id), flow(`start2 > ${id}`)),
      );
    await z.deploy(file('b'));
    const { deployments } = await z.deploy(file('c'));
    z.equal(
      deployments.map((each: { process: { version: number } }) => each.process.version),
      [2, 2],
    );
  },
};
