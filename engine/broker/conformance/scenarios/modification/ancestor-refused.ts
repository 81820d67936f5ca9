import { intro, nested } from '../../modification.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an ancestor must be an active scope of the element in the instance',
  rule: 'Not there, of another instance, or not around the element: refused.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p');
    const other = await z.create('p');
    const [a] = await z.jobs('a', 2);
    if (!a) return;
    const at = (ancestorElementInstanceKey: string) =>
      z.modify(
        { processInstanceKey: a.processInstanceKey },
        { activate: [{ elementId: 'c', ancestorElementInstanceKey }] },
      );
    await z.rejected(
      at('2251799999999999'),
      'INVALID_ARGUMENT',
      `${intro} activate instructions with an ancestor scope key that does not exist, or is not in an active state: '2251799999999999'`,
    );
    const foreign =
      a.processInstanceKey === instance.processInstanceKey
        ? other.processInstanceKey
        : instance.processInstanceKey;
    await z.rejected(
      at(foreign),
      'INVALID_ARGUMENT',
      `${intro} activate instructions with an ancestor scope key that does not belong to the modified process instance: '${foreign}'`,
    );
    await z.rejected(
      at(a.elementInstanceKey),
      'INVALID_ARGUMENT',
      `${intro} activate instructions with an ancestor scope key that is not an ancestor of the element to activate:\n- instance '${a.elementInstanceKey}' of element 'a' is not an ancestor of element 'c'`,
    );
  },
};
