import { end, flow, process, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error end event needs an error',
  rule: 'It must say what it throws.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process('p', start(), end('end', '<bpmn:errorEventDefinition id="x" />'), flow('start > end')),
      ),
      'INVALID_ARGUMENT',
      deploymentError('x', 'Must reference an error'),
    );
  },
};
