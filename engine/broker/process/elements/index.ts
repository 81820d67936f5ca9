/** Which behaviour belongs to which kind of element. */
import type { Behaviours } from '../behaviour.ts';
import { boundaryEvent } from './boundary-event.ts';
import { businessRuleTask } from './business-rule-task.ts';
import { callActivity } from './call-activity.ts';
import { endEvent } from './end-event.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { eventSubProcess } from './event-sub-process.ts';
import { exclusiveGateway, inclusiveGateway, parallelGateway } from './gateways.ts';
import { intermediateCatchEvent, intermediateThrowEvent } from './intermediate-event.ts';
import { jobTask } from './job-task.ts';
import { multiInstanceBody } from './multi-instance-body.ts';
import { passTask } from './pass-task.ts';
import { processBehaviour } from './process.ts';
import { receiveTask } from './receive-task.ts';
import { scriptTask } from './script-task.ts';
import { startEvent } from './start-event.ts';
import { subProcess } from './sub-process.ts';
import { userTask } from './user-task.ts';

export const behaviours: Behaviours = {
  process: processBehaviour,
  subProcess,
  eventSubProcess,
  startEvent,
  endEvent,
  intermediateCatchEvent,
  intermediateThrowEvent,
  boundaryEvent,
  serviceTask: jobTask,
  sendTask: jobTask,
  scriptJobTask: jobTask,
  businessRuleJobTask: jobTask,
  userTask,
  scriptTask,
  businessRuleTask,
  receiveTask,
  manualTask: passTask,
  task: passTask,
  callActivity,
  multiInstanceBody,
  exclusiveGateway,
  inclusiveGateway,
  eventBasedGateway,
  parallelGateway,
};
