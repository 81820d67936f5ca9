import { intro, nested } from '../../modification.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the ancestor key says in which scope to activate',
  rule: 'Below the ancestor new scopes are created, even where one runs.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p');
    await z.job('a');
    await z.modify(instance, { activate: [{ elementId: 'sp' }] });
    await z.job('b');
    const ancestorElementInstanceKey = instance.processInstanceKey;
    await z.modify(instance, { activate: [{ elementId: 'b', ancestorElementInstanceKey }] });
    const second = await z.job('b');
    await z.rejected(
      z.modify(instance, { activate: [{ elementId: 'c', ancestorElementInstanceKey: -1 }] }),
      'INVALID_ARGUMENT',
      `${intro} activate instructions for an element that has a flow scope with more than one active instance: 'sp'. Can't decide in which instance of the flow scope the element should be activated. Please specify an ancestor element instance key for this activate instruction.`,
    );
    z.ok(second, 'a job');
  },
};
