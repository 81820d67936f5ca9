import type { Scenario } from '../../scenario.ts';

const file = (id: unknown, text = '') => JSON.stringify({ id, type: 'default', components: [text] });

export const scenario: Scenario = {
  title: 'a form needs an id of its own',
  rule: 'Missing and blank ids, no JSON, the same id twice in one deployment.',
  async run(z) {
    const refused = (text: string | RegExp, ...contents: string[]) =>
      z.rejected(
        z.deploy(...contents.map((content, index) => ({ name: `f${index}.form`, content }))),
        'INVALID_ARGUMENT',
        text,
      );
    const intro =
      "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy new resources, but encountered the following errors:\n";
    await refused(`${intro}Expected the form id to be present, but none given`, file(undefined));
    await refused(`${intro}Expected the form id to be present, but none given`, file(null));
    await refused(`${intro}Expected the form id to be filled, but it is blank`, file(' '));
    await refused(/errors:\n'f0.form': /, '[]');
    await refused(/errors:\n'f0.form': /, 'nothing');
    await refused(
      `${intro}Expected the form ids to be unique within a deployment but found a duplicated id 'f' in the resources 'f0.form' and 'f1.form'.`,
      file('f$run'),
      file('f$run'),
    );
  },
};
