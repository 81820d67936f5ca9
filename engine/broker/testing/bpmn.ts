/** Small BPMN texts for tests. */

/** A BPMN file with one executable process. `body` uses `bpmn:` and `zeebe:`; `root` stands beside the process. */
export const bpmn = (id: string, body: string, root = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="http://test">
${root}
<bpmn:process id="${id}" isExecutable="true">
${withFlows(body)}
</bpmn:process>
</bpmn:definitions>`;

const EXTENSIONS_END = '</bpmn:extensionElements>';

/** Where the BPMN children of the element with this id begin: after its start tag and extension elements. */
function contentOf(text: string, id: string): number {
  const tag = new RegExp(`<bpmn:\\w+ id="${id}"[^>]*>`).exec(text);
  if (!tag) throw new Error(`no element ${id}`);
  const at = tag.index + tag[0].length;
  return text.startsWith('<bpmn:extensionElements>', at)
    ? text.indexOf(EXTENSIONS_END, at) + EXTENSIONS_END.length
    : at;
}

/** Adds the `<bpmn:incoming>` and `<bpmn:outgoing>` children that validators read. */
function withFlows(body: string): string {
  const flows = [
    ...body.matchAll(/<bpmn:sequenceFlow id="([^"]+)" sourceRef="([^"]+)" targetRef="([^"]+)"/g),
  ];
  let text = body;
  const insert = (id: string, child: string): void => {
    const at = contentOf(text, id);
    text = `${text.slice(0, at)}${child}${text.slice(at)}`;
  };
  // the schema wants incoming before outgoing
  for (const [, id, source = ''] of flows) insert(source, `<bpmn:outgoing>${id}</bpmn:outgoing>`);
  for (const [, id, , target = ''] of flows) insert(target, `<bpmn:incoming>${id}</bpmn:incoming>`);
  return text;
}

/** Sequence flows `source -> target`, one per pair, with ids `source_target`. */
export const flow = (
  ...pairs: readonly (readonly [source: string, target: string, condition?: string])[]
): string =>
  pairs
    .map(([source, target, condition]) => {
      const head = `<bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}"`;
      return condition === undefined
        ? `${head} />`
        : `${head}><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`;
    })
    .join('\n');

/** A chain of flows through all ids. */
export const chain = (...ids: readonly string[]): string =>
  flow(...ids.slice(1).map((id, index) => [ids[index] ?? '', id] as const));

const extended = (extensions: string): string =>
  extensions ? `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>` : '';

export const start = (id = 'start', inner = ''): string =>
  `<bpmn:startEvent id="${id}">${inner}</bpmn:startEvent>`;
export const end = (id = 'end', inner = ''): string => `<bpmn:endEvent id="${id}">${inner}</bpmn:endEvent>`;
/** A service task whose job type is its id, unless given. */
export const task = (id: string, extensions = '', type = id): string =>
  `<bpmn:serviceTask id="${id}">${extended(`<zeebe:taskDefinition type="${type}" />${extensions}`)}</bpmn:serviceTask>`;
export const element = (kind: string, id: string, extensions = '', inner = '', attributes = ''): string =>
  `<bpmn:${kind} id="${id}" ${attributes}>${extended(extensions)}${inner}</bpmn:${kind}>`;
export const boundary = (
  id: string,
  on: string,
  inner: string,
  interrupting = true,
  extensions = '',
): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${on}" cancelActivity="${interrupting}">${extended(extensions)}${inner}</bpmn:boundaryEvent>`;
export const timer = (kind: 'timeDuration' | 'timeDate' | 'timeCycle', text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:${kind}>${text}</bpmn:${kind}></bpmn:timerEventDefinition>`;
export const messageRef = (ref: string): string => `<bpmn:messageEventDefinition messageRef="${ref}" />`;
export const message = (id: string, name: string, correlationKey?: string): string =>
  `<bpmn:message id="${id}" name="${name}">${correlationKey === undefined ? '' : extended(`<zeebe:subscription correlationKey="${correlationKey}" />`)}</bpmn:message>`;
export const error = (id: string, code: string): string => `<bpmn:error id="${id}" errorCode="${code}" />`;
export const errorRef = (ref: string): string => `<bpmn:errorEventDefinition errorRef="${ref}" />`;
export const ioMapping = (inner: string): string => `<zeebe:ioMapping>${inner}</zeebe:ioMapping>`;
export const input = (source: string, target: string): string =>
  `<zeebe:input source="${source}" target="${target}" />`;
export const output = (source: string, target: string): string =>
  `<zeebe:output source="${source}" target="${target}" />`;

/** Loop characteristics: `extra` are further attributes of `zeebe:loopCharacteristics`. */
export const loop = (items: string, extra = '', { sequential = false, until = '' } = {}): string =>
  `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}">${extended(`<zeebe:loopCharacteristics inputCollection="${items}" ${extra}/>`)}${until && `<bpmn:completionCondition>${until}</bpmn:completionCondition>`}</bpmn:multiInstanceLoopCharacteristics>`;
/** A call activity. */
export const call = (id: string, processId: string, extensions = '', inner = ''): string =>
  element('callActivity', id, `<zeebe:calledElement processId="${processId}" />${extensions}`, inner);

/** start → task `work` → end */
export const oneTask = (id: string): string =>
  bpmn(id, `${start()}${task('work')}${end()}${chain('start', 'work', 'end')}`);
