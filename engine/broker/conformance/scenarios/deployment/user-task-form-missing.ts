import { extension, flow, process, start, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a form definition names a form',
  rule: 'Exactly one of key and id.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), userTask('a', extension('formDefinition', {})), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Exactly one of the attributes 'formId, formKey' must be present and not blank/,
    );
  },
};
