import { beside, cycle, flow, job, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'R0 and R1 fire once',
  rule: 'Both mean a single time.',
  async run(z) {
    const tick = (id: string, text: string) =>
      beside(id, 'work', cycle(text)) + task(`${id}-job`, job('ticked')) + flow(`${id} > ${id}-job`);
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        tick('a', 'R0/PT0.3S'),
        tick('b', 'R1/PT0.3S'),
        flow('start > work'),
      ),
    );
    await z.create('p');
    z.equal((await z.jobs('ticked', 2)).map(({ elementId }) => elementId).sort(), ['a-job', 'b-job']);
    await z.noJob('ticked', 1200);
  },
};
