import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'job variables must be an object',
  rule: 'Lists, numbers and text are refused before anything happens.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    const job = await z.job('work');
    const text = (kind: string) =>
      `Property 'variables' is invalid: Expected document to be a root level object, but was '${kind}'`;
    for (const [variables, kind] of [
      ['[1]', 'ARRAY'],
      ['1', 'INTEGER'],
      ['"a"', 'STRING'],
      ['true', 'BOOLEAN'],
    ] as const)
      await z.rejected(z.call('CompleteJob', { jobKey: job.key, variables }), 'INVALID_ARGUMENT', text(kind));
    await z.complete(job);
  },
};
