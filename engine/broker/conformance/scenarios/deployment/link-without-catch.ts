import { flow, link, process, start, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a thrown link needs a catch',
  rule: 'Of the same name in the same scope.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), throwing('a', link('l')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Can't find an catch link event for the throw link event with the name 'l'\./,
    );
  },
};
