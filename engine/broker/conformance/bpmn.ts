/** BPMN texts for scenarios: short functions that give XML without a diagram. Names that a broker shares get `$run`. */
import { createHash } from 'node:crypto';

/** Text is a child (or, if it begins with `<zeebe:`, an extension element); an object is a set of attributes. */
export type Part = string | Readonly<Record<string, string | number | boolean>>;

/** Stands in texts for the part that makes names unique: every run of a scenario has its own. */
export const RUN = '$run';

/** A name with the run's mark; expressions are left as they are (write `="name$run"` in them). */
export const unique = (name: string): string =>
  name === '' || /^(=|io\.camunda\.)/.test(name) || name.includes(RUN) ? name : `${name}${RUN}`;

/** Text for an attribute or between tags. */
export const xmlText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');

const attributesOf = (all: Readonly<Record<string, string | number | boolean>>): string =>
  Object.entries(all)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');

const ROOT = /⟦(.*?)⟧/gs;
const FLOWS = /⟪(.*?)⟫/g;
const idOf = (...text: string[]): string =>
  `x${createHash('md5').update(text.join('|')).digest('hex').slice(0, 10)}`;
/** A root element that travels inside the text of whoever refers to it, until `definitions` puts it in its place. */
const root = (xml: string): string => `⟦${xml}⟧`;

const isText = (part: Part): part is string => typeof part === 'string';

/** Any flow node, e.g. `element('callActivity', 'c', '<zeebe:calledElement processId="x" />', input('=a', 'b'))`. */
export function element(kind: string, id: string, ...parts: readonly Part[]): string {
  const texts = parts.filter(isText);
  const extensions = texts.filter((text) => text.startsWith('<zeebe:'));
  const wrapped = (names: RegExp, name: string): string => {
    const inner = extensions.filter((text) => names.test(text)).join('');
    return inner && `<zeebe:${name}>${inner}</zeebe:${name}>`;
  };
  const inside = /^<zeebe:(input|output|header|executionListener) /;
  const zeebe =
    extensions.filter((text) => !inside.test(text)).join('') +
    wrapped(/^<zeebe:(input|output) /, 'ioMapping') +
    wrapped(/^<zeebe:header /, 'taskHeaders') +
    wrapped(/^<zeebe:executionListener /, 'executionListeners');
  const children = texts.filter((text) => !text.startsWith('<zeebe:'));
  const loops = children.filter((text) => text.includes('LoopCharacteristics') && !text.includes('⟪'));
  const rest = children.filter((text) => !loops.includes(text));
  const attributes = attributesOf(Object.assign({}, ...parts.filter((part) => !isText(part))));
  return `<bpmn:${kind} id="${id}"${attributes}>${zeebe && `<bpmn:extensionElements>${zeebe}</bpmn:extensionElements>`}⟪${id}⟫${loops.join('')}${rest.join('')}</bpmn:${kind}>\n`;
}

export const start = (id = 'start', ...parts: readonly Part[]): string => element('startEvent', id, ...parts);
export const end = (id = 'end', ...parts: readonly Part[]): string => element('endEvent', id, ...parts);

/** `<zeebe:taskDefinition>` */
export const job = (type: string, retries?: string | number): string =>
  `<zeebe:taskDefinition${attributesOf({ type: unique(type), ...(retries === undefined ? {} : { retries }) })} />`;
const hasType = (parts: readonly Part[]): boolean =>
  parts.some((part) => isText(part) && part.startsWith('<zeebe:taskDefinition'));
const withJob = (id: string, parts: readonly Part[]): readonly Part[] =>
  hasType(parts) ? parts : [job(id), ...parts];
/** A service task; its job type is its id unless `job(…)` is among the parts. */
export const task = (id: string, ...parts: readonly Part[]): string =>
  element('serviceTask', id, ...withJob(id, parts));
export const userTask = (id: string, ...parts: readonly Part[]): string => element('userTask', id, ...parts);
export const manualTask = (id: string, ...parts: readonly Part[]): string =>
  element('manualTask', id, ...parts);
export const plainTask = (id: string, ...parts: readonly Part[]): string => element('task', id, ...parts);
/** A FEEL script task. */
export const script = (id: string, expression: string, result: string, ...parts: readonly Part[]): string =>
  element(
    'scriptTask',
    id,
    `<zeebe:script${attributesOf({ expression, resultVariable: result })} />`,
    ...parts,
  );
export const sendTask = (id: string, ...parts: readonly Part[]): string =>
  element('sendTask', id, ...withJob(id, parts));
export const receive = (
  id: string,
  name: string,
  correlationKey: string,
  ...parts: readonly Part[]
): string =>
  element(
    'receiveTask',
    id,
    { messageRef: idOf('message', name, correlationKey) },
    messageRoot(name, correlationKey),
    ...parts,
  );
export const call = (id: string, processId: string, ...parts: readonly Part[]): string => {
  const own = parts.filter((part) => !isText(part));
  const settings = Object.assign({ processId: unique(processId) }, ...own);
  return element(
    'callActivity',
    id,
    `<zeebe:calledElement${attributesOf(settings)} />`,
    ...parts.filter(isText),
  );
};

export const sub = (id: string, ...parts: readonly Part[]): string => element('subProcess', id, ...parts);
export const eventSub = (id: string, ...parts: readonly Part[]): string =>
  element('subProcess', id, { triggeredByEvent: true }, ...parts);
/** Attribute of an event sub-process's start event. */
export const nonInterrupting: Part = { isInterrupting: false };

export const exclusive = (id: string, ...parts: readonly Part[]): string =>
  element('exclusiveGateway', id, ...parts);
export const parallel = (id: string, ...parts: readonly Part[]): string =>
  element('parallelGateway', id, ...parts);
export const inclusive = (id: string, ...parts: readonly Part[]): string =>
  element('inclusiveGateway', id, ...parts);
export const eventGateway = (id: string, ...parts: readonly Part[]): string =>
  element('eventBasedGateway', id, ...parts);
export const catching = (id: string, ...parts: readonly Part[]): string =>
  element('intermediateCatchEvent', id, ...parts);
export const throwing = (id: string, ...parts: readonly Part[]): string =>
  element('intermediateThrowEvent', id, ...parts);
/** An interrupting boundary event. */
export const boundary = (id: string, on: string, ...parts: readonly Part[]): string =>
  element('boundaryEvent', id, { attachedToRef: on }, ...parts);
/** A non-interrupting boundary event. */
export const beside = (id: string, on: string, ...parts: readonly Part[]): string =>
  element('boundaryEvent', id, { attachedToRef: on, cancelActivity: false }, ...parts);

const timer = (kind: string, text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:${kind}>${xmlText(text)}</bpmn:${kind}></bpmn:timerEventDefinition>`;
export const duration = (text: string): string => timer('timeDuration', text);
export const date = (text: string): string => timer('timeDate', text);
export const cycle = (text: string): string => timer('timeCycle', text);

const messageRoot = (name: string, correlationKey = ''): string =>
  root(
    `<bpmn:message${attributesOf({ id: idOf('message', name, correlationKey), name: unique(name) })}>${correlationKey && `<bpmn:extensionElements><zeebe:subscription${attributesOf({ correlationKey })} /></bpmn:extensionElements>`}</bpmn:message>`,
  );
/** A message event definition; without a key for process start events. */
export const message = (name: string, correlationKey = ''): string =>
  `<bpmn:messageEventDefinition messageRef="${idOf('message', name, correlationKey)}" />${messageRoot(name, correlationKey)}`;
const referring = (kind: string, text: string, attribute: string, value: string): string => {
  const id = idOf(kind, text);
  return `<bpmn:${kind}EventDefinition ${kind}Ref="${id}" />${root(`<bpmn:${kind}${attributesOf({ id, [attribute]: value })} />`)}`;
};
export const signal = (name: string): string => referring('signal', name, 'name', unique(name));
/** An error event definition; without a code it catches all. */
export const error = (code?: string): string =>
  code === undefined ? '<bpmn:errorEventDefinition />' : referring('error', code, 'errorCode', code);
/** An escalation event definition; without a code it catches all. */
export const escalation = (code?: string): string =>
  code === undefined
    ? '<bpmn:escalationEventDefinition />'
    : referring('escalation', code, 'escalationCode', code);
/** Link and compensation definitions need an id; nobody refers to it, so that `definitions` numbers them. */
const NUMBERED = 'definition?';
export const terminate = '<bpmn:terminateEventDefinition />';
export const link = (name: string): string =>
  `<bpmn:linkEventDefinition${attributesOf({ id: NUMBERED, name })} />`;
/** A compensation event definition; `activity` narrows a throw to one. */
export const compensation = (activity?: string): string =>
  `<bpmn:compensateEventDefinition${attributesOf({ id: NUMBERED, ...(activity ? { activityRef: activity } : {}) })} />`;

export const input = (source: string, target: string): string =>
  `<zeebe:input${attributesOf({ source, target })} />`;
export const output = (source: string, target: string): string =>
  `<zeebe:output${attributesOf({ source, target })} />`;
export const header = (key: string, value: string): string =>
  `<zeebe:header${attributesOf({ key, value })} />`;
export const listener = (eventType: 'start' | 'end', type: string, retries?: string): string =>
  `<zeebe:executionListener${attributesOf({ eventType, type: unique(type), ...(retries === undefined ? {} : { retries }) })} />`;
/** Any other extension element: `extension('assignmentDefinition', { assignee: '=a' })`. */
export const extension = (name: string, attributes: Readonly<Record<string, string>> = {}): string =>
  `<zeebe:${name}${attributesOf(attributes)} />`;

export interface MultiInstance {
  readonly items: string;
  readonly item?: string;
  /** Output collection and the expression of each element. */
  readonly results?: string;
  readonly result?: string;
  readonly sequential?: boolean;
  /** Completion condition. */
  readonly until?: string;
}
/** Loop characteristics of an activity. */
export const multi = ({ items, item, results, result, sequential, until }: MultiInstance): string => {
  const zeebe = attributesOf({
    inputCollection: items,
    ...(item === undefined ? {} : { inputElement: item }),
    ...(results === undefined ? {} : { outputCollection: results }),
    ...(result === undefined ? {} : { outputElement: result }),
  });
  const condition =
    until === undefined
      ? ''
      : `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${xmlText(until)}</bpmn:completionCondition>`;
  return `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential === true}"><bpmn:extensionElements><zeebe:loopCharacteristics${zeebe} /></bpmn:extensionElements>${condition}</bpmn:multiInstanceLoopCharacteristics>`;
};

/** Sequence flows along `a > b > c`, each with the id `a_b`; a condition belongs to all of them. */
export function flow(path: string, condition?: string): string {
  const ids = path.split('>').map((id) => id.trim());
  const inner =
    condition === undefined
      ? ''
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${xmlText(condition)}</bpmn:conditionExpression>`;
  return ids
    .slice(1)
    .map(
      (target, index) =>
        `<bpmn:sequenceFlow id="${ids[index]}_${target}" sourceRef="${ids[index]}" targetRef="${target}">${inner}</bpmn:sequenceFlow>\n`,
    )
    .join('');
}
/** Attribute of a gateway: its default flow, given as `gateway > target`. */
export const byDefault = (path: string): Part => ({
  default: path
    .split('>')
    .map((id) => id.trim())
    .join('_'),
});
/** An association, e.g. from a compensation boundary event to its handler. */
export const association = (from: string, to: string): string =>
  `<bpmn:association id="as_${from}_${to}" associationDirection="One" sourceRef="${from}" targetRef="${to}" />\n`;

/** One executable process, for `definitions`. */
export const executable = (id: string, ...parts: readonly Part[]): string =>
  element('process', unique(id), { isExecutable: true }, ...parts);

/** A file of one or several processes. Fills in the incoming and outgoing children that validators read. */
export function definitions(...processes: readonly string[]): string {
  const text = processes.join('');
  const roots = new Set([...text.matchAll(ROOT)].map(([, xml]) => xml));
  const flows = [
    ...text.matchAll(/<bpmn:sequenceFlow id="([^"]+)" sourceRef="([^"]+)" targetRef="([^"]+)"/g),
  ];
  let serial = 0;
  const numbered = text.replaceAll(NUMBERED, () => `definition${++serial}`);
  const body = numbered.replaceAll(ROOT, '').replaceAll(FLOWS, (_, node: string) => {
    const incoming = flows.filter(([, , , target]) => target === node);
    const outgoing = flows.filter(([, , source]) => source === node);
    return (
      incoming.map(([, id]) => `<bpmn:incoming>${id}</bpmn:incoming>`).join('') +
      outgoing.map(([, id]) => `<bpmn:outgoing>${id}</bpmn:outgoing>`).join('')
    );
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="http://conformance">
${[...roots].join('\n')}
${body}</bpmn:definitions>`;
}

/** A file of one process. */
export const process = (id: string, ...parts: readonly Part[]): string =>
  definitions(executable(id, ...parts));

/** start, the given nodes one after the other, end. */
export function line(id: string, ...nodes: readonly string[]): string {
  const ids = nodes.map((node) => /^<bpmn:\w+ id="([^"]+)"/.exec(node)?.[1] ?? '');
  return process(id, start(), ...nodes, end(), flow(['start', ...ids, 'end'].join(' > ')));
}
