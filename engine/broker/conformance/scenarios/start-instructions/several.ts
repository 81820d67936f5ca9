import { end, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const nested = process(
  'p',
  start(),
  task('a'),
  sub(
    'sp',
    start('s1'),
    task('b'),
    sub('inner', start('s2'), task('c'), task('d'), end('e2'), flow('s2 > c > d > e2')),
    end('e1'),
    flow('s1 > b > inner > e1'),
  ),
  task('z'),
  end(),
  flow('start > a > sp > z > end'),
);

export const scenario: Scenario = {
  title: 'several elements are activated in the order of the instructions',
  rule: 'Scopes that they share are created once.',
  async run(z) {
    await z.deploy(nested);
    const startInstructions = ['d', 'b', 'd'].map((elementId) => ({ elementId }));
    const instance = await z.create('p', {}, { startInstructions });
    await z.jobs('d', 2).then((jobs) => Promise.all(jobs.map((job) => z.complete(job))));
    await z.work('b');
    await z.work('c');
    await z.work('d');
    await z.work('z');
    await z.ended(instance);
  },
};
