import { call, line, output, type Part, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'all variables of the called instance go up by default',
  rule: 'With output mappings only their results; with propagateAllChildVariables=false and no mappings nothing; mappings work either way.',
  async run(z) {
    await z.deploy(line('c', task('work')));
    const none = { propagateAllChildVariables: false };
    const variants: [string, readonly Part[], object][] = [
      ['all', [], { r: 2, x: 5 }],
      ['none', [none], { r: 1 }],
      ['mapped', [output('=x', 'y')], { r: 1, y: 5 }],
      ['only mapped', [none, output('=x', 'y')], { r: 1, y: 5 }],
    ];
    for (const [name, parts, expected] of variants) {
      await z.deploy(line('p', call('a', 'c', ...parts), task('after')));
      await z.create('p', { r: 1 });
      await z.work('work', { x: 5, r: 2 });
      z.equal((await z.work('after')).variables, expected, name);
    }
  },
};
