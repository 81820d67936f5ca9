import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an empty file is refused',
  rule: 'With or without content.',
  async run(z) {
    for (const resource of [{ name: 'a.bpmn', content: Buffer.from('') }, { name: 'a.bpmn' }]) {
      await z.rejected(
        z.call('DeployResource', { resources: [resource] }),
        'INVALID_ARGUMENT',
        /'a.bpmn': Fatal Error: URI=null Line=1: Premature end of file./,
      );
    }
  },
};
