import { boundary, end, escalation, eventSub, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the event sub-process of a sub-process goes before its boundary event',
  rule: 'Unless only the boundary event has the code.',
  async run(z) {
    const file = (id: string, inside?: string, outside?: string) => {
      const es = eventSub('es', start('est', escalation(inside)), task(`in${id}`), flow(`est > in${id}`));
      const sp = sub('sp', start('st'), end('e', escalation('E')), es, flow('st > e'));
      return process(
        id,
        start(),
        sp,
        boundary('b', 'sp', escalation(outside)),
        task(`out${id}`),
        flow('start > sp'),
        flow(`b > out${id}`),
      );
    };
    const cases = [
      ['a', 'E', 'E', 'in'],
      ['b', 'E', undefined, 'in'],
      ['c', undefined, undefined, 'in'],
      ['d', undefined, 'E', 'out'],
    ] as const;
    for (const [id, inside, outside, wanted] of cases) {
      await z.deploy(file(id, inside, outside));
      await z.create(id);
      await z.job(`${wanted}${id}`);
    }
  },
};
