import { boundary, end, error, eventSub, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: "a sub-process's boundary event with the code comes before its event sub-process that catches all",
  rule: 'Both belong to one element; with equal codes the event sub-process is first.',
  async run(z) {
    const inside = (id: string, code?: string) =>
      sub(
        'sp',
        start('st'),
        end('e', error('E')),
        flow('st > e'),
        eventSub('es', start('est', error(code)), task(`in${id}`), flow(`est > in${id}`)),
      );
    const file = (id: string, code?: string) =>
      process(
        id,
        start(),
        inside(id, code),
        boundary('b', 'sp', error('E')),
        task(`out${id}`),
        flow('start > sp'),
        flow(`b > out${id}`),
      );
    await z.deploy(file('p'), file('q', 'E'));
    await z.create('p');
    await z.job('outp');
    await z.create('q');
    await z.job('inq');
  },
};
