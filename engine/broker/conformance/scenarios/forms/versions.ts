import type { Scenario } from '../../scenario.ts';

const file = (id: unknown, text = '') => JSON.stringify({ id, type: 'default', components: [text] });

export const scenario: Scenario = {
  title: 'a form is a resource with versions',
  rule: 'The same content under the same name is no new version.',
  async run(z) {
    const deployed = async (name: string, content: string) =>
      (await z.deploy({ name, content })).deployments[0].form;
    const first = await deployed('a.form', file('f$run'));
    z.equal(
      [first.formId, first.version, first.resourceName, first.tenantId],
      ['f', 1, 'a.form', '<default>'],
    );
    z.equal(await deployed('a.form', file('f$run')), first);
    z.equal((await deployed('b.form', file('f$run'))).version, 2);
    z.equal((await deployed('b.form', file('f$run', 'x'))).version, 3);
    z.equal((await deployed('a.form', file('f$run'))).version, 4);
  },
};
