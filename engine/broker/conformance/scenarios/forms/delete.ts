import type { Scenario } from '../../scenario.ts';

const file = (id: unknown, text = '') => JSON.stringify({ id, type: 'default', components: [text] });

export const scenario: Scenario = {
  title: 'deleting a form makes the version before it the latest',
  rule: 'Numbers are not given again, unless all versions are deleted.',
  async run(z) {
    const deployed = async (text: string) =>
      (await z.deploy({ name: 'a.form', content: file('f$run', text) })).deployments[0].form;
    const remove = (form: { formKey: string }) => z.call('DeleteResource', { resourceKey: form.formKey });
    const one = await deployed('1');
    const two = await deployed('2');
    await remove(two);
    z.equal(await deployed('1'), one);
    const three = await deployed('2');
    z.equal(three.version, 3);
    await z.rejected(
      remove(two),
      'NOT_FOUND',
      `Expected to delete resource but no resource found with key \`${two.formKey}\``,
    );
    await remove(one);
    await remove(three);
    z.equal((await deployed('2')).version, 1);
  },
};
