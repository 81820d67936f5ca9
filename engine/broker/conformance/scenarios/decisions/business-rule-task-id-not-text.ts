import { element, line, task } from '../../bpmn.ts';
import { calls, decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a decision id that is no text is an incident',
  rule: 'Null as well as a number; static digits are a number, too.',
  incidents: true,
  async run(z) {
    const numbered = element(
      'businessRuleTask',
      't',
      '<zeebe:calledDecision decisionId="123" resultVariable="r"/>',
    );
    await z.deploy(
      line('p', element('businessRuleTask', 't', calls('=which', 'r')), task('after')),
      line('q', numbered),
    );
    await z.deploy(dmn('drg', decision('d', literal('1'))));
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { which: 5 });
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { which: z.name('d') });
    z.equal(await z.resolve(), 1);
    z.equal((await z.job('after')).variables.r, 1);
    await z.create('q');
    z.equal(await z.resolve(), 1);
  },
};
