import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'commands for a job that does not exist are refused by name',
  rule: 'Each command says what it expected.',
  async run(z) {
    const jobKey = '2251799999999999';
    const variables = '{}';
    const missing = (command: string, text: string) =>
      `Command '${command}' rejected with code 'NOT_FOUND': Expected to ${text} '${jobKey}', but no such job was found`;
    await z.rejected(
      z.call('CompleteJob', { jobKey, variables }),
      'NOT_FOUND',
      missing('COMPLETE', 'complete job with key'),
    );
    await z.rejected(
      z.call('FailJob', { jobKey, retries: 1 }),
      'NOT_FOUND',
      missing('FAIL', 'fail job with key'),
    );
    await z.rejected(
      z.call('ThrowError', { jobKey, errorCode: 'e' }),
      'NOT_FOUND',
      missing('THROW_ERROR', 'throw an error for job with key'),
    );
    await z.rejected(
      z.call('UpdateJobRetries', { jobKey, retries: 1 }),
      'NOT_FOUND',
      missing('UPDATE_RETRIES', 'update retries for job with key'),
    );
    await z.rejected(
      z.call('UpdateJobTimeout', { jobKey, timeout: 1 }),
      'NOT_FOUND',
      missing('UPDATE_TIMEOUT', 'update job deadline with key'),
    );
  },
};
