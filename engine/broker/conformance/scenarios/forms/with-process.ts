import { extension, line, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const file = (id: unknown, text = '') => JSON.stringify({ id, type: 'default', components: [text] });

export const scenario: Scenario = {
  title: 'forms are deployed together with processes, or not at all',
  rule: 'The answer names processes first.',
  async run(z) {
    const form = { name: 'a.form', content: file('f$run') };
    const answer = await z.deploy(
      form,
      line('p', userTask('u', extension('formDefinition', { formId: 'f$run' }))),
    );
    z.equal(
      answer.deployments.map((one: object) =>
        Object.entries(one).flatMap(([kind, value]) => (value ? [kind] : [])),
      ),
      [['process'], ['form']],
    );
    await z.rejected(
      z.deploy({ name: 'b.form', content: file('g$run') }, { name: 'c.form', content: '{}' }),
      'INVALID_ARGUMENT',
    );
    z.equal((await z.deploy({ name: 'b.form', content: file('g$run') })).deployments[0].form.version, 1);
  },
};
