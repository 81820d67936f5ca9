import { extension, line, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const file = (id: unknown, text = '') => JSON.stringify({ id, type: 'default', components: [text] });

export const scenario: Scenario = {
  title: 'a linked form gives its user task the key of its latest version',
  rule: 'When the task is activated; running tasks keep theirs.',
  incidents: true,
  async run(z) {
    const deployed = async (text: string) =>
      (await z.deploy({ name: 'a.form', content: file('f$run', text) })).deployments[0].form;
    await z.deploy(line('p', userTask('u', extension('formDefinition', { formId: 'f$run' }))));
    for (const text of ['1', '2']) {
      const { formKey } = await deployed(text);
      await z.create('p');
      const job = await z.userTask('u');
      z.equal(job.customHeaders['io.camunda.zeebe:formKey'], formKey);
      await z.complete(job);
    }
  },
};
