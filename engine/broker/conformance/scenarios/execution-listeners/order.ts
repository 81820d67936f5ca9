import { header, line, listener, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'start listeners come before the job, end listeners after its results',
  rule: 'One after the other, in the order of the document; with their own retries, no headers, and the id of the task.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        task(
          'a',
          header('h', 'v'),
          listener('start', 's1'),
          listener('end', 'e1', '5'),
          listener('start', 's2', '=x + 1'),
          listener('end', 'e2'),
        ),
        task('after'),
      ),
    );
    const instance = await z.create('p', { x: 1 });
    for (const [type, retries] of [
      ['s1', 3],
      ['s2', 2],
    ] as const) {
      const job = await z.work(type);
      z.equal([job.elementId, job.retries, job.customHeaders], ['a', retries, {}]);
    }
    z.equal((await z.work('a')).customHeaders, { h: 'v' });
    z.equal((await z.work('e1')).retries, 5);
    await z.noJob('after');
    await z.work('e2');
    await z.work('after');
    await z.ended(instance);
  },
};
