import { line, type MultiInstance, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'item, results and input collection may share a name',
  rule: 'The nearest variable is seen: the item hides the collection, the results hide the items, which are read before.',
  async run(z) {
    const run = async (loop: Omit<MultiInstance, 'items'>) => {
      await z.deploy(line('p', task('w', multi({ items: '=items', ...loop })), task('after')));
      await z.create('p', { items: [[1], [2]] });
      const seen = [];
      for (let index = 0; index < 2; index++) seen.push((await z.work('w')).variables);
      return [...seen, (await z.work('after')).variables];
    };
    const items = [[1], [2]];
    z.equal(await run({ item: 'items', results: 'res', result: '=items' }), [
      { items: [1], loopCounter: 1, res: [null, null] },
      { items: [2], loopCounter: 2, res: [[1], null] },
      { items, res: [[1], [2]] },
    ]);
    z.equal(await run({ item: 'res', results: 'res', result: '=res' }), [
      { res: [1], loopCounter: 1, items },
      { res: [2], loopCounter: 2, items },
      { items, res: [[1], [2]] },
    ]);
    z.equal(await run({ sequential: true, results: 'items', result: '=loopCounter' }), [
      { loopCounter: 1, items: [null, null] },
      { loopCounter: 2, items: [1, null] },
      { items: [1, 2] },
    ]);
  },
};
