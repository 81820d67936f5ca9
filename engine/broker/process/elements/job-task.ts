/** Service, send, script and business rule tasks that a job worker does. */
import type { Behaviour } from '../behaviour.ts';
import { activateJobWork, completeActivity, evaluateJob } from '../job-work.ts';

export const jobTask: Behaviour<'serviceTask' | 'sendTask' | 'scriptJobTask' | 'businessRuleJobTask'> = {
  activate: (engine, element, node) =>
    activateJobWork(engine, element, () => evaluateJob(engine, element, node.job)),
  complete: (engine, element, _node, variables) => completeActivity(engine, element, variables),
};
