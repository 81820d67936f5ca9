import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'unknown extension elements and properties are ignored',
  rule: 'They are for other tools.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        task(
          'a',
          '<zeebe:properties><zeebe:property name="n" value="v" /></zeebe:properties>',
          '<zeebe:unheardOf x="1" />',
        ),
      ),
    );
    await z.create('p');
    z.equal((await z.job('a')).customHeaders, {});
  },
};
