import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an exact version may be asked for',
  rule: 'A version below zero means the latest.',
  async run(z) {
    await z.deploy(line('p', task('old')));
    await z.deploy(line('p', task('new')));
    z.equal((await z.create('p', {}, { version: 1 })).version, 1);
    z.equal((await z.create('p', {}, { version: -7 })).version, 2);
    await z.job('old');
    await z.job('new');
  },
};
