import { header, job, line, message, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message throw event is a job',
  rule: 'Its job variables without output mappings go to the process.',
  async run(z) {
    await z.deploy(
      line('p', throwing('t', message('sent'), job('publish'), header('k', 'v')), task('after')),
    );
    await z.create('p');
    z.equal((await z.work('publish', { r: 2 })).customHeaders, { k: 'v' });
    z.equal((await z.job('after')).variables, { r: 2 });
  },
};
