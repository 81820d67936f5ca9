import { element, line } from '../../bpmn.ts';
import { calls, decision, dmn, table } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a business rule task writes the result of its decision',
  rule: 'The decision sees the variables of the task; the result goes to the result variable of the process.',
  async run(z) {
    await z.deploy(
      dmn(
        'drg',
        decision(
          'd',
          table({
            inputs: ['x'],
            outputs: ['r'],
            rules: [
              [['< 5'], ['"low"']],
              [['>= 5'], ['"high"']],
            ],
          }),
        ),
      ),
    );
    await z.deploy(line('p', element('businessRuleTask', 't', calls('d', 'r'))));
    z.equal(await z.result('p', { x: 1 }), { x: 1, r: 'low' });
    z.equal(await z.result('p'), { r: null });
  },
};
