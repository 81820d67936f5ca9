/** The processes the broker benchmark runs, and what a client does with an instance of each. */

/** What a client does next with its instance: waits for its job and completes it, or publishes the message it waits for. */
export type Act = { readonly job: object } | { readonly message: string };

export interface Model {
  readonly name: string;
  readonly processId: string;
  readonly jobType: string;
  readonly bpmn: string;
  /** Variables of a new instance; `id` is unique. */
  readonly variables: (id: string) => object;
  readonly acts: readonly Act[];
}

/** Kept apart from whatever else runs on the engine. */
const prefix = 'bench-broker';

const definitions = (processId: string, body: string, outside = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="bench">
${outside}<bpmn:process id="${processId}" isExecutable="true">
${body}
</bpmn:process>
</bpmn:definitions>`;

const flow = (from: string, to: string, condition = ''): string =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${
    condition &&
    `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`;

const task = (id: string, jobType: string, extra = ''): string =>
  `<bpmn:serviceTask id="${id}" name="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${jobType}" />${extra}</bpmn:extensionElements></bpmn:serviceTask>`;

/** Start, `count` service tasks one after the other, end. */
export function tasksModel(name: string, count: number): Model {
  const processId = `${prefix}-${name}`;
  const jobType = `${processId}-job`;
  const ids = Array.from({ length: count }, (_, index) => `task-${index + 1}`);
  const chain = ['start', ...ids, 'end'];
  const body = [
    '<bpmn:startEvent id="start" />',
    ...ids.map((id) => task(id, jobType)),
    '<bpmn:endEvent id="end" />',
    ...chain.slice(1).map((id, index) => flow(chain[index] ?? '', id)),
  ];
  return {
    name,
    processId,
    jobType,
    bpmn: definitions(processId, body.join('\n')),
    variables: (id) => ({ id, amount: 250 }),
    acts: ids.map(() => ({ job: { done: true } })),
  };
}

/** What a procedure of an office looks like: mappings, a deadline, two gateways, a wait for a message, two tasks. */
function typicalModel(): Model {
  const name = 'typical';
  const processId = `${prefix}-${name}`;
  const jobType = `${processId}-job`;
  const message = `${processId}-answer`;
  const mapping = (kind: 'input' | 'output', source: string, target: string): string =>
    `<zeebe:${kind} source="${source}" target="${target}" />`;
  const examine =
    `<zeebe:taskHeaders><zeebe:header key="form" value="examine" /><zeebe:header key="role" value="officer" /></zeebe:taskHeaders><zeebe:ioMapping>` +
    mapping('input', '=applicant.name', 'name') +
    mapping('input', '=amount * 2', 'fee') +
    mapping('output', '=result.accepted', 'accepted') +
    mapping('output', '=if fee > 100 then &quot;high&quot; else &quot;low&quot;', 'level') +
    '</zeebe:ioMapping>';
  const body = [
    '<bpmn:startEvent id="start" />',
    task('examine', jobType, examine),
    '<bpmn:boundaryEvent id="late" attachedToRef="examine"><bpmn:outgoing>late-too-late</bpmn:outgoing><bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>',
    '<bpmn:endEvent id="too-late" />',
    '<bpmn:exclusiveGateway id="decision" default="decision-refused" />',
    '<bpmn:endEvent id="refused" />',
    '<bpmn:intermediateCatchEvent id="answer"><bpmn:messageEventDefinition messageRef="m" /></bpmn:intermediateCatchEvent>',
    '<bpmn:exclusiveGateway id="join" />',
    task(
      'sign',
      jobType,
      `<zeebe:ioMapping>${mapping('output', '=result.number', 'number')}</zeebe:ioMapping>`,
    ),
    '<bpmn:endEvent id="end" />',
    flow('start', 'examine'),
    flow('late', 'too-late'),
    flow('examine', 'decision'),
    flow('decision', 'refused'),
    flow('decision', 'answer', '=accepted and level = &quot;high&quot;'),
    flow('decision', 'join', '=accepted and amount &lt; 0'),
    flow('answer', 'join'),
    flow('join', 'sign'),
    flow('sign', 'end'),
  ];
  const outside = `<bpmn:message id="m" name="${message}"><bpmn:extensionElements><zeebe:subscription correlationKey="=id" /></bpmn:extensionElements></bpmn:message>\n`;
  return {
    name,
    processId,
    jobType,
    bpmn: definitions(processId, body.join('\n'), outside),
    variables: (id) => ({
      id,
      amount: 250,
      applicant: { name: 'Nguyễn Thị Hoa', commune: 'Sa Pa' },
      channel: 'online',
    }),
    acts: [
      { job: { result: { accepted: true, remarks: ['complete', 'in time'] } } },
      { message },
      { job: { result: { number: '12/QD-UBND' } } },
    ],
  };
}

export const models: readonly Model[] = [
  tasksModel('one-task', 1),
  tasksModel('ten-task', 10),
  typicalModel(),
];

export function modelNamed(name: string): Model {
  const found = models.find((model) => model.name === name);
  if (!found)
    throw new Error(`unknown model ${name}; there are ${models.map((model) => model.name).join(', ')}`);
  return found;
}
