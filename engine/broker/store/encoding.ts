/** Texts for the columns that hold more than a plain value, and back. */
import { joinEntries, parseDocument } from '../feel/index.ts';
import type { Compensation, Document, ElementInstance, Message, PendingEvent, Step } from '../state/model.ts';

interface PendingData {
  readonly node: number;
  readonly variables: readonly (readonly [string, string])[];
}
interface ElementData {
  readonly flows?: number;
  readonly tokens?: readonly (readonly [flowId: string, count: number])[];
  readonly interruptedBy?: string;
  readonly whenEmpty?: PendingData;
  readonly whenTerminated?: PendingData;
  readonly loop?: readonly [counter: number, completed: number];
  readonly compensation?: Compensation;
  readonly listener?: number;
}

const pendingData = (pending: PendingEvent | undefined): PendingData | undefined =>
  pending && { node: pending.node, variables: [...pending.variables] };
const pendingEvent = (data: PendingData | undefined): PendingEvent | undefined =>
  data && { node: data.node, variables: new Map(data.variables) };

/** What an element needs beyond its columns; null for most. Nodes and flows are named by id, which outlives the compiler. */
export function encodeElement(element: ElementInstance): string | null {
  const { graph } = element.instance;
  const { activeFlows, tokens, interruptedBy, whenEmpty, whenTerminated, loop, compensation, listener } =
    element;
  const waits = activeFlows || tokens?.size || whenEmpty || whenTerminated;
  if (!waits && interruptedBy === undefined && !loop && !compensation && listener === undefined) return null;
  const data: ElementData = {
    flows: activeFlows || undefined,
    tokens: tokens && [...tokens].map(([index, count]) => [graph.flows[index]?.id ?? '', count] as const),
    interruptedBy: interruptedBy === undefined ? undefined : graph.nodes[interruptedBy]?.id,
    whenEmpty: pendingData(whenEmpty),
    whenTerminated: pendingData(whenTerminated),
    loop: loop && [loop.counter, loop.completed],
    compensation,
    listener,
  };
  return JSON.stringify(data);
}

/** Puts the data of a stored element back into it. */
export function decodeElement(element: ElementInstance, text: string | null): void {
  if (text === null) return;
  const data = JSON.parse(text) as ElementData;
  const { graph } = element.instance;
  const flowIndex = (id: string): number => graph.flows.find((flow) => flow.id === id)?.index ?? -1;
  element.activeFlows = data.flows ?? 0;
  element.tokens = data.tokens && new Map(data.tokens.map(([id, count]) => [flowIndex(id), count]));
  element.interruptedBy = data.interruptedBy === undefined ? undefined : graph.byId.get(data.interruptedBy);
  element.whenEmpty = pendingEvent(data.whenEmpty);
  element.whenTerminated = pendingEvent(data.whenTerminated);
  element.compensation = data.compensation;
  element.listener = data.listener;
  if (data.loop) element.loop = { counter: data.loop[0], completed: data.loop[1] };
}

export const encodeMessage = (message: Message): [variables: string, correlated: string] => [
  joinEntries(message.variables),
  JSON.stringify([...message.correlated]),
];
export const decodeDocument = (text: string): Document => parseDocument(text);

const asEntries = (_key: string, value: unknown): unknown =>
  value instanceof Map ? { entries: [...value] } : value;
const asMap = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'entries')
    ? new Map((value as { entries: [string, string][] }).entries)
    : value;
export const encodeSteps = (steps: readonly Step[]): string => JSON.stringify(steps, asEntries);
export const decodeSteps = (text: string): Step[] => JSON.parse(text, asMap) as Step[];
