/** Reads from a process.bpmn what the runtime has to know: job elements, messages, and what can take a task away. */
import { SaxesParser, type SaxesTagNS } from 'saxes';

/** What can end an open task without a person's act. */
export type Interrupter =
  /** A timer boundary event or timer event sub-process: an ISO duration, or the process variable that holds its instant. */
  | { readonly kind: 'timer'; readonly duration?: string; readonly variable?: string }
  | { readonly kind: 'other' };

interface ProcessElement {
  readonly id: string;
  /** BPMN local name: userTask, serviceTask, startEvent … */
  readonly kind: string;
  readonly name: string;
  readonly candidateGroups: string | null;
  readonly jobType: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly interrupters: readonly Interrupter[];
}
export interface ProcessModel {
  readonly processId: string;
  /** Name of the message of the process's own start event. */
  readonly startMessage: string | null;
  readonly startElementId: string | null;
  /** Message names of interrupting event sub-processes of the process. */
  readonly interruptingMessages: readonly string[];
  readonly elements: Readonly<Record<string, ProcessElement>>;
}

export class BpmnError extends Error {}

interface Node {
  id: string;
  kind: string;
  name: string;
  parent: Node | null;
  attributes: Record<string, string>;
  candidateGroups: string | null;
  nativeUserTask: boolean;
  jobType: string | null;
  headers: Record<string, string>;
  event: { kind: string; messageRef?: string; duration?: string; variable?: string } | null;
}

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const ZEEBE = 'http://camunda.org/schema/zeebe/1.0';
const flowNodes = /^(process|subProcess|.*[tT]ask|.*Event|.*Gateway|callActivity)$/;

/** @throws BpmnError when the text is no BPMN with exactly one executable process. */
export function readProcess(xml: string): ProcessModel {
  const { nodes, messages } = parse(xml);
  const processes = nodes.filter(
    (node) => node.kind === 'process' && node.attributes.isExecutable === 'true',
  );
  const process = processes[0];
  if (!process || processes.length > 1)
    throw new BpmnError(`expected one executable process, found ${processes.length}`);
  const start = nodes.find((node) => node.kind === 'startEvent' && node.parent === process);
  const eventSubProcesses = nodes.filter(
    (node) => node.kind === 'subProcess' && node.attributes.triggeredByEvent === 'true',
  );
  const interruptingStarts = eventSubProcesses.flatMap((sub) => {
    const event = nodes.find((node) => node.kind === 'startEvent' && node.parent === sub);
    return event && event.attributes.isInterrupting !== 'false' ? [{ scope: sub.parent, event }] : [];
  });
  const messageOf = (node: Node) =>
    node.event?.messageRef ? (messages.get(node.event.messageRef) ?? null) : null;

  const interruptersOf = (node: Node): Interrupter[] => {
    const found: Interrupter[] = [];
    for (let scope: Node | null = node; scope; scope = scope.parent) {
      for (const boundary of nodes)
        if (
          boundary.kind === 'boundaryEvent' &&
          boundary.attributes.attachedToRef === scope.id &&
          boundary.attributes.cancelActivity !== 'false'
        )
          found.push(interrupter(boundary));
      // withdrawal is our own act: it closes the tasks itself
      for (const { scope: of, event } of interruptingStarts)
        if (of === scope && !messageOf(event)?.endsWith('.withdrawn')) found.push(interrupter(event));
      if (scope !== node && endsOthers(scope)) found.push({ kind: 'other' });
    }
    return found;
  };
  const endsOthers = (scope: Node) =>
    nodes.some((n) => n.parent === scope && n.kind === 'endEvent' && n.event?.kind === 'terminate') &&
    nodes.some(
      (n) =>
        n.parent === scope &&
        (n.kind === 'parallelGateway' ||
          n.kind === 'inclusiveGateway' ||
          n.attributes.cancelActivity === 'false'),
    );

  const elements: Record<string, ProcessElement> = {};
  for (const node of nodes) {
    if (node.kind === 'process' || !within(node, process)) continue;
    elements[node.id] = {
      id: node.id,
      kind: node.nativeUserTask ? 'nativeUserTask' : node.kind,
      name: node.name,
      candidateGroups: node.candidateGroups,
      jobType: node.jobType,
      headers: node.headers,
      interrupters: node.kind === 'userTask' ? interruptersOf(node) : [],
    };
  }
  return {
    processId: process.id,
    startMessage: start ? messageOf(start) : null,
    startElementId: start?.id ?? null,
    interruptingMessages: interruptingStarts.flatMap(({ scope, event }) =>
      scope === process ? (messageOf(event) ?? []) : [],
    ),
    elements,
  };
}

function interrupter(node: Node): Interrupter {
  if (node.event?.kind !== 'timer') return { kind: 'other' };
  return { kind: 'timer', duration: node.event.duration, variable: node.event.variable };
}

function within(node: Node, ancestor: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) if (at === ancestor) return true;
  return false;
}

function parse(xml: string): { nodes: Node[]; messages: Map<string, string> } {
  const nodes: Node[] = [];
  const messages = new Map<string, string>();
  const stack: (Node | null)[] = [];
  let text = '';
  const current = () => stack.findLast((node) => node !== null) ?? null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map((a) => [a.local, a.value]));
    text = '';
    const owner = current();
    let opened: Node | null = null;
    if (tag.uri === BPMN) {
      if (tag.local === 'message' && attributes.id) messages.set(attributes.id, attributes.name ?? '');
      else if (flowNodes.test(tag.local) && attributes.id) {
        opened = {
          id: attributes.id,
          kind: tag.local,
          name: attributes.name ?? '',
          parent: owner,
          attributes,
          candidateGroups: null,
          nativeUserTask: false,
          jobType: null,
          headers: {},
          event: null,
        };
        nodes.push(opened);
      } else if (tag.local.endsWith('EventDefinition') && owner)
        owner.event = {
          kind: tag.local.slice(0, -'EventDefinition'.length),
          messageRef: attributes.messageRef,
        };
    } else if (tag.uri === ZEEBE && owner) {
      if (tag.local === 'assignmentDefinition') owner.candidateGroups = attributes.candidateGroups ?? null;
      else if (tag.local === 'userTask') owner.nativeUserTask = true;
      else if (tag.local === 'taskDefinition') owner.jobType = attributes.type ?? null;
      else if (tag.local === 'header' && attributes.key)
        owner.headers[attributes.key] = attributes.value ?? '';
    }
    stack.push(opened);
  });
  parser.on('text', (chunk) => {
    text += chunk;
  });
  parser.on('closetag', (tag) => {
    const owner = current();
    if (tag.uri === BPMN && owner?.event?.kind === 'timer') {
      const value = text.trim();
      const variable = /^=\s*(?:date and time\(\s*)?([A-Za-z_]\w*)\s*\)?$/.exec(value)?.[1];
      if (tag.local === 'timeDuration' && /^P/.test(value)) owner.event.duration = value;
      else if (tag.local === 'timeDate' && variable) owner.event.variable = variable;
    }
    stack.pop();
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    throw new BpmnError(error instanceof Error ? error.message : String(error));
  }
  return { nodes, messages };
}
