import { flow, message, process, start, sub } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a sub-process started by a message without a key has two errors',
  rule: 'It must start by itself, and only process starts need no key.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), sub('a', start('s', message('m'))), flow('start > a'))),
      'INVALID_ARGUMENT',
      /^(?=[\s\S]*- Element: a\n {4}- ERROR: Start events in subprocesses must be of type none\n)(?=[\s\S]*ERROR: Must have exactly one zeebe:subscription extension element\n)/,
    );
  },
};
