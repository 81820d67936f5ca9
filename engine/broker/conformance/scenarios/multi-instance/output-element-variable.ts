import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the variable that the output element reads is null in each inner instance at first',
  rule: 'Only where the expression is a variable or a path into one; what is computed has no such variable, and one that the inner instance sets itself is not touched.',
  async run(z) {
    const seen = async (result: string) => {
      await z.deploy(line('p', task('w', multi({ items: '=[7]', item: 'x', results: 'res', result }))));
      const instance = await z.create('p');
      const { variables } = await z.job('w');
      await z.cancel(instance);
      return variables;
    };
    const bare = { x: 7, loopCounter: 1, res: [null] };
    for (const result of ['= o', '=o.x', '=o.x.y', '=(o)', '=`o`', '=o.`x`', '= o . x'])
      z.equal(await seen(result), { ...bare, o: null }, result);
    for (const result of [
      '=o[1]',
      '=o + 1',
      '=count(o)',
      '={a:o}',
      '=[o]',
      '=-o',
      '="o"',
      '=x',
      '=x.y',
      '=loopCounter',
    ])
      z.equal(await seen(result), bare, result);
  },
};
