import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a parallel loop goes on without a terminated inner instance',
  rule: 'It ends when the others have completed.',
  async run(z) {
    await z.deploy(line('p', task('b', multi({ items: '=[1,2]', item: 'i' })), task('after')));
    const instance = await z.create('p');
    const [first, second] = await z.jobs('b', 2);
    if (!first || !second) return;
    await z.modify(instance, { terminate: [first.elementInstanceKey] });
    await z.noJob('after');
    await z.complete(second);
    await z.work('after');
    await z.ended(instance);
  },
};
