import { extension, line, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const file = (id: unknown, text = '') => JSON.stringify({ id, type: 'default', components: [text] });

export const scenario: Scenario = {
  title: 'a form that is not there is an incident',
  rule: 'Once it is deployed the incident can be resolved.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', userTask('u', extension('formDefinition', { formId: '="f$run"' }))));
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    const { formKey } = (await z.deploy({ name: 'a.form', content: file('f$run') })).deployments[0].form;
    z.equal(await z.resolve(), 1);
    const job = await z.userTask('u');
    z.equal(job.customHeaders['io.camunda.zeebe:formKey'], formKey);
    await z.complete(job);
    await z.ended(instance);
  },
};
