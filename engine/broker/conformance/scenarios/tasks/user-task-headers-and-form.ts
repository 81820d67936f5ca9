import { extension, header, line, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'own headers and the form key come along',
  rule: 'The form key is handed on as it is written.',
  alone: true,
  async run(z) {
    await z.deploy(
      line(
        'p',
        userTask(
          'review',
          extension('formDefinition', { formKey: 'camunda-forms:bpmn:x' }),
          header('k', 'v'),
        ),
      ),
    );
    await z.create('p');
    z.equal((await z.userTask('review')).customHeaders, {
      k: 'v',
      'io.camunda.zeebe:formKey': 'camunda-forms:bpmn:x',
    });
  },
};
