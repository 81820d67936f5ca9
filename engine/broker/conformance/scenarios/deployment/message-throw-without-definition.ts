import { flow, message, process, start, throwing } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message throw event needs a task definition',
  rule: 'It is a job.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), throwing('a', message('m')), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError(
        'a',
        "Must have either one 'zeebe:publishMessage' or one 'zeebe:taskDefinition' extension element",
      ),
    );
  },
};
