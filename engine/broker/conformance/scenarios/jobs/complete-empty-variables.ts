import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'empty text, blanks and null stand for no variables',
  rule: 'They are taken as an empty object.',
  async run(z) {
    await z.deploy(line('p', task('a'), task('b'), task('c')));
    const instance = await z.create('p');
    for (const [type, variables] of [
      ['a', ''],
      ['b', '  '],
      ['c', 'null'],
    ] as const)
      await z.call('CompleteJob', { jobKey: (await z.job(type)).key, variables });
    await z.ended(instance);
  },
};
