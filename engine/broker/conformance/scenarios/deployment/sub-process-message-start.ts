import { flow, message, process, start, sub } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a sub-process starts by itself',
  rule: 'Its start event is of type none.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), sub('a', start('s', message('m', '=k'))), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError('a', 'Start events in subprocesses must be of type none'),
    );
  },
};
