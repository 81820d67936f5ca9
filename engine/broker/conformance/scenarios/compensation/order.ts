import {
  association,
  boundary,
  compensation,
  end,
  flow,
  job,
  parallel,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'what completed first is compensated first',
  rule: 'Handlers of one throw event run at the same time; their jobs come in the order in which the activities completed.',
  async run(z) {
    const names = ['a', 'b', 'c'];
    const handlers = names.flatMap((id) => [
      task(id),
      boundary(`on_${id}`, id, compensation()),
      task(`undo_${id}`, undo, job('undo')),
      association(`on_${id}`, `undo_${id}`),
    ]);
    const tasks = handlers.filter((part) => !part.startsWith('<bpmn:association'));
    const links = handlers.filter((part) => part.startsWith('<bpmn:association'));
    await z.deploy(
      process(
        'p',
        start(),
        parallel('fork'),
        parallel('join'),
        ...tasks,
        throwing('t', compensation()),
        end(),
        flow('start > fork > a > join > t > end'),
        flow('fork > b > join'),
        flow('fork > c > join'),
        ...links,
      ),
    );
    await z.create('p');
    for (const id of ['b', 'c', 'a']) await z.work(id);
    const jobs = await z.jobs('undo', 3);
    z.equal(
      jobs.map(({ elementId }) => elementId),
      ['undo_b', 'undo_c', 'undo_a'],
    );
  },
};
