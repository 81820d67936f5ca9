import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a stream needs a type and a time-out',
  rule: 'The refusals have no command in front.',
  async run(z) {
    const failure = (fields: object) => z.call('StreamActivatedJobs', { worker: 'w', ...fields });
    await z.rejected(
      failure({ type: '', timeout: 1000 }),
      'INVALID_ARGUMENT',
      'Expected to stream activated jobs with type to be present, but it was blank',
    );
    await z.rejected(
      failure({ type: 'x', timeout: 0 }),
      'INVALID_ARGUMENT',
      'Expected to stream activated jobs with timeout to be greater than zero, but it was 0',
    );
  },
};
