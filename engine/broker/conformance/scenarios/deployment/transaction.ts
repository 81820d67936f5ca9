import { element, flow, process, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'transactions are not supported',
  rule: 'Refused by name.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), element('transaction', 'a', start('s')), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError(
        'a',
        "Elements of type 'Transaction' are currently not supported. Please refer to the documentation for a list of supported elements: https://docs.camunda.io/docs/components/modeler/bpmn/bpmn-coverage/",
      ),
    );
  },
};
