import { element, extension, line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a multi-instance business rule task evaluates its decision for each item',
  rule: 'The decision sees the item.',
  async run(z) {
    const decision = `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drg$run" name="d" namespace="n"><decision id="times$run" name="D"><variable id="v" name="D"/><literalExpression id="l"><text>x * 100</text></literalExpression></decision></definitions>`;
    const called = extension('calledDecision', { decisionId: 'times$run', resultVariable: 'r' });
    const each = multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=r' });
    await z.deploy(
      { name: 'd.dmn', content: decision },
      {
        name: 'p.bpmn',
        content: line('p', element('businessRuleTask', 'rule', called, each), task('after')),
      },
    );
    await z.create('p');
    z.equal((await z.job('after')).variables, { res: [100, 200] });
  },
};
