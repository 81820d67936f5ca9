/** Random processes: a tree of blocks that shrinks, and its BPMN text. */
import fc from 'fast-check';
import * as bpmn from '../bpmn.ts';

interface Mapping {
  readonly direction: 'input' | 'output';
  readonly source: string;
  readonly target: string;
}
type Trigger =
  | { readonly type: 'message'; readonly name: string; readonly key: string }
  | { readonly type: 'signal'; readonly name: string }
  | { readonly type: 'timer'; readonly duration: string }
  | { readonly type: 'error' | 'escalation'; readonly code: string | undefined };
interface Listener {
  readonly trigger: Trigger;
  readonly interrupting: boolean;
  readonly mappings: readonly Mapping[];
  readonly body: Block;
}
interface Loop {
  readonly items: string;
  readonly item: string | undefined;
  readonly result: string | undefined;
  readonly sequential: boolean;
  readonly until: string | undefined;
}
export type Block =
  | {
      readonly type: 'task';
      readonly mappings: readonly Mapping[];
      readonly boundary: readonly Listener[];
      readonly loop: Loop | undefined;
      readonly listeners: readonly ('start' | 'end')[];
    }
  | {
      readonly type: 'script';
      readonly expression: string;
      readonly result: string;
      readonly mappings: readonly Mapping[];
    }
  | { readonly type: 'pass' }
  | { readonly type: 'sequence'; readonly blocks: readonly Block[] }
  | {
      readonly type: 'choice';
      readonly branches: readonly { readonly condition: string; readonly body: Block }[];
      readonly otherwise: Block | undefined;
    }
  | { readonly type: 'parallel'; readonly branches: readonly Block[]; readonly join: boolean }
  | {
      readonly type: 'inclusive';
      readonly branches: readonly { readonly condition: string; readonly body: Block }[];
      readonly otherwise: Block | undefined;
    }
  | { readonly type: 'loop'; readonly condition: string; readonly body: Block }
  | {
      readonly type: 'sub';
      readonly body: Block;
      readonly mappings: readonly Mapping[];
      readonly boundary: readonly Listener[];
      readonly events: readonly Listener[];
      readonly loop: Loop | undefined;
    }
  | {
      readonly type: 'call';
      readonly mappings: readonly Mapping[];
      readonly boundary: readonly Listener[];
      readonly allUp: boolean;
      readonly allDown: boolean;
      readonly loop: Loop | undefined;
    }
  | {
      readonly type: 'catch';
      readonly trigger: Trigger;
      readonly receive: boolean;
      readonly mappings: readonly Mapping[];
    }
  | {
      readonly type: 'race';
      readonly branches: readonly { readonly trigger: Trigger; readonly body: Block }[];
    }
  | {
      readonly type: 'throw';
      readonly kind: 'signal' | 'escalation' | 'none' | 'compensation';
      readonly code: string;
      readonly mappings: readonly Mapping[];
    }
  | {
      readonly type: 'end';
      readonly kind: 'none' | 'terminate' | 'error' | 'escalation' | 'signal';
      readonly code: string;
    }
  | { readonly type: 'undo'; readonly mappings: readonly Mapping[] };

export interface RandomProcess {
  readonly main: Block;
  readonly events: readonly Listener[];
  /** The process that call activities call. */
  readonly called: Block;
}

const SOURCES = [
  '=a',
  '=b',
  '=a + 1',
  '="s"',
  '=nope',
  '={k: a}',
  '=l',
  '5',
  '=[a, b]',
  '=a = b',
  '=assert(c, c != null)',
  '=o.p',
  '=n',
];
const TARGETS = ['a', 'b', 'c', 'd', 'o.p', 'o', 'l'];
const CONDITIONS = [
  ...[
    '=a = 1',
    '=is defined(b)',
    '=b = "x"',
    '=true',
    '=false',
    '=a = 1 or b = "k"',
    '=count(l) > 1',
    '=a = 1',
    '=not(c = 1)',
  ],
  ...['=a > 1', '=c', '=nope'],
];
const LISTS = ['=[1, 2]', '=[]', '=[3]', '=l', '=[a, b, null]', '=[1, 2, 3]'];
export const MESSAGES = ['m1', 'm2'];
export const SIGNALS = ['s1', 's2'];
export const CODES = ['E1', 'E2'];
const KEYS = ['="k"', '="k"', '="k"', '=b', '=a'];

const pick = <T>(...items: readonly T[]) => fc.constantFrom(...items);
const EXPRESSIONS = SOURCES.filter((source) => source.startsWith('='));
// an output has no static source
const mapping = fc.oneof(
  fc.record<Mapping>({ direction: fc.constant('input'), source: pick(...SOURCES), target: pick(...TARGETS) }),
  fc.record<Mapping>({
    direction: fc.constant('output'),
    source: pick(...EXPRESSIONS),
    target: pick(...TARGETS),
  }),
);
const mappings = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Mapping[]>([]) },
  { weight: 2, arbitrary: fc.array(mapping, { maxLength: 3 }) },
);
const message = fc.record({
  type: fc.constant('message' as const),
  name: pick(...MESSAGES),
  key: pick(...KEYS),
});
const signal = fc.record({ type: fc.constant('signal' as const), name: pick(...SIGNALS) });
const timer = fc.record({ type: fc.constant('timer' as const), duration: fc.constant('PT2H') });
const thrown = fc.record({
  type: pick('error' as const, 'escalation' as const),
  code: pick(...CODES, undefined),
});
const waited: fc.Arbitrary<Trigger> = fc.oneof(
  { weight: 3, arbitrary: message },
  { weight: 2, arbitrary: signal },
  { weight: 1, arbitrary: timer },
);
const anyTrigger: fc.Arbitrary<Trigger> = fc.oneof(
  { weight: 2, arbitrary: waited },
  { weight: 2, arbitrary: thrown },
);
const loop: fc.Arbitrary<Loop | undefined> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.record<Loop>({
      items: pick(...LISTS),
      item: pick('i', 'a', undefined),
      result: pick('=i', '=a', '=loopCounter', '=r', undefined),
      sequential: fc.boolean(),
      until: pick(undefined, undefined, '=numberOfCompletedInstances = 1', '=a = 1', '=nope'),
    }),
  },
);

const { block, listeners } = fc.letrec<{ block: Block; leaf: Block; listeners: Listener[]; bodies: Block[] }>(
  (tie) => {
    const conditional = fc.record({ condition: pick(...CONDITIONS), body: tie('block') });
    const optional = fc.oneof(tie('block'), fc.constant(undefined));
    return {
      leaf: fc.oneof(
        {
          weight: 6,
          arbitrary: fc.record({
            type: fc.constant('task' as const),
            mappings,
            boundary: fc.constant<Listener[]>([]),
            loop,
            listeners: fc.oneof(
              { weight: 8, arbitrary: fc.constant<('start' | 'end')[]>([]) },
              { weight: 1, arbitrary: fc.constant<('start' | 'end')[]>(['start', 'end']) },
            ),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            type: fc.constant('script' as const),
            expression: pick(...EXPRESSIONS),
            result: pick('a', 'b', 'r'),
            mappings,
          }),
        },
        { weight: 1, arbitrary: fc.constant<Block>({ type: 'pass' }) },
        {
          weight: 2,
          arbitrary: fc.record({
            type: fc.constant('catch' as const),
            trigger: waited,
            receive: fc.boolean(),
            mappings,
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            type: fc.constant('throw' as const),
            kind: pick('signal', 'escalation', 'none', 'compensation'),
            code: pick(...CODES),
            mappings,
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            type: fc.constant('end' as const),
            kind: pick('none', 'terminate', 'error', 'escalation', 'signal'),
            code: pick(...CODES),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            type: fc.constant('call' as const),
            mappings,
            boundary: tie('listeners'),
            allUp: fc.boolean(),
            allDown: fc.boolean(),
            loop,
          }),
        },
        { weight: 1, arbitrary: fc.record({ type: fc.constant('undo' as const), mappings }) },
      ) as fc.Arbitrary<Block>,
      listeners: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 3, arbitrary: fc.constant<Listener[]>([]) },
        {
          weight: 2,
          arbitrary: fc.array(
            fc.record({ trigger: anyTrigger, interrupting: fc.boolean(), mappings, body: tie('block') }),
            { minLength: 1, maxLength: 2 },
          ),
        },
      ),
      bodies: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
      block: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 3, arbitrary: tie('leaf') },
        { weight: 4, arbitrary: tie('bodies').map((blocks) => ({ type: 'sequence' as const, blocks })) },
        {
          weight: 1,
          arbitrary: fc.record({
            type: fc.constant('choice' as const),
            branches: fc.array(conditional, { minLength: 1, maxLength: 2 }),
            otherwise: optional,
          }),
        },
        {
          weight: 2,
          arbitrary: fc.record({
            type: fc.constant('parallel' as const),
            branches: tie('bodies'),
            join: fc.boolean(),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            type: fc.constant('inclusive' as const),
            branches: fc.array(conditional, { minLength: 1, maxLength: 2 }),
            otherwise: optional,
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            type: fc.constant('loop' as const),
            condition: pick(...CONDITIONS),
            body: tie('block'),
          }),
        },
        {
          weight: 2,
          arbitrary: fc.record({
            type: fc.constant('sub' as const),
            body: tie('block'),
            mappings,
            boundary: tie('listeners'),
            events: tie('listeners'),
            loop,
          }),
        },
        {
          weight: 2,
          arbitrary: fc.record({
            type: fc.constant('task' as const),
            mappings,
            boundary: tie('listeners'),
            loop,
            listeners: fc.constant<('start' | 'end')[]>([]),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            type: fc.constant('race' as const),
            branches: fc.array(fc.record({ trigger: waited, body: tie('block') }), {
              minLength: 2,
              maxLength: 3,
            }),
          }),
        },
      ) as fc.Arbitrary<Block>,
    };
  },
);

export const randomProcess: fc.Arbitrary<RandomProcess> = fc.record({
  main: fc
    .array(block, { minLength: 1, maxLength: 4 })
    .map((blocks): Block => ({ type: 'sequence', blocks })),
  events: listeners,
  called: block,
});

/** Where a block is entered and left; no exit: it ends there. */
interface Placed {
  readonly entry: string;
  readonly exits: readonly string[];
}

/** The job type of all tasks of a run: one call shows every job. */
export const JOB = 'job';

function writer() {
  let parts: string[] = [];
  let undone: string[] = [];
  let count = 0;
  const id = (name: string): string => `${name}${++count}`;
  const add = (part: string): void => {
    parts.push(part);
  };
  const io = (all: readonly Mapping[]): string[] =>
    all.map(({ direction, source, target }) =>
      direction === 'input' ? bpmn.input(source, target) : bpmn.output(source, target),
    );
  const definition = (trigger: Trigger): string => {
    if (trigger.type === 'message') return bpmn.message(trigger.name, trigger.key);
    if (trigger.type === 'signal') return bpmn.signal(trigger.name);
    if (trigger.type === 'timer') return bpmn.duration(trigger.duration);
    return trigger.type === 'error' ? bpmn.error(trigger.code) : bpmn.escalation(trigger.code);
  };
  const loops = (of: Loop | undefined): string[] =>
    of
      ? [
          bpmn.multi({
            items: of.items,
            ...(of.item === undefined ? {} : { item: of.item }),
            ...(of.result === undefined ? {} : { results: 'res', result: of.result }),
            sequential: of.sequential,
            ...(of.until === undefined ? {} : { until: of.until }),
          }),
        ]
      : [];
  const flowTo = (from: readonly string[], to: string): void => {
    for (const exit of from) add(bpmn.flow(`${exit} > ${to}`));
  };
  /** Text of what is written inside a scope of its own; associations come after all its flow elements. */
  const inside = (write: () => void): string => {
    const outer = { parts, undone };
    [parts, undone] = [[], []];
    write();
    const written = [...parts, ...undone].join('');
    ({ parts, undone } = outer);
    return written;
  };
  /** Triggers that are twice on one activity or scope are refused at deployment: the first stays. */
  const distinct = (all: readonly Listener[]): Listener[] => {
    const seen = new Set<string>();
    return all.filter(({ trigger }) => {
      const key =
        trigger.type === 'timer'
          ? 'timer'
          : `${trigger.type} ${'name' in trigger ? trigger.name : 'code' in trigger ? trigger.code : ''}`;
      return seen.has(key) ? false : seen.add(key);
    });
  };
  function boundaries(host: string, all: readonly Listener[], escalations: boolean): void {
    for (const { trigger, interrupting, mappings: mapped, body } of distinct(all)) {
      if (trigger.type === 'escalation' && !escalations) continue;
      const event = id('b');
      const make = interrupting || trigger.type === 'error' ? bpmn.boundary : bpmn.beside;
      add(make(event, host, definition(trigger), ...io(mapped)));
      flowTo([event], place(body).entry);
    }
  }
  function eventScopes(all: readonly Listener[]): void {
    for (const { trigger, interrupting, mappings: mapped, body } of distinct(all)) {
      const event = id('es');
      const begin = id('s');
      const content = inside(() => {
        add(
          bpmn.start(
            begin,
            definition(trigger),
            ...(interrupting || trigger.type === 'error' ? [] : [bpmn.nonInterrupting]),
            ...io(mapped),
          ),
        );
        flowTo([begin], place(body).entry);
      });
      add(bpmn.eventSub(event, content));
    }
  }
  function place(one: Block): Placed {
    switch (one.type) {
      case 'task': {
        const node = id('t');
        const zeebe = one.listeners.map((event) => bpmn.listener(event, JOB));
        add(bpmn.task(node, bpmn.job(JOB), ...io(one.mappings), ...zeebe, ...loops(one.loop)));
        boundaries(node, one.boundary, false);
        return { entry: node, exits: [node] };
      }
      case 'script': {
        const node = id('f');
        add(bpmn.script(node, one.expression, one.result, ...io(one.mappings)));
        return { entry: node, exits: [node] };
      }
      case 'pass': {
        const node = id('m');
        add(bpmn.manualTask(node));
        return { entry: node, exits: [node] };
      }
      case 'sequence': {
        let entry: string | undefined;
        let exits: readonly string[] = [];
        for (const part of one.blocks) {
          if (entry !== undefined && exits.length === 0) break;
          const placed = place(part);
          flowTo(exits, placed.entry);
          entry ??= placed.entry;
          exits = placed.exits;
        }
        return { entry: entry ?? place({ type: 'pass' }).entry, exits };
      }
      case 'choice':
      case 'inclusive': {
        const gateway = id('g');
        const merge = id('x');
        const placed = one.branches.map(({ condition, body }) => ({ condition, ...place(body) }));
        const otherwise = one.otherwise && place(one.otherwise);
        const make = one.type === 'choice' ? bpmn.exclusive : bpmn.inclusive;
        add(make(gateway, ...(otherwise ? [bpmn.byDefault(`${gateway} > ${otherwise.entry}`)] : [])));
        for (const branch of placed) add(bpmn.flow(`${gateway} > ${branch.entry}`, branch.condition));
        if (otherwise) flowTo([gateway], otherwise.entry);
        const exits = [...placed, ...(otherwise ? [otherwise] : [])].flatMap((branch) => branch.exits);
        // an inclusive gateway has one incoming flow
        const before = one.type === 'choice' ? gateway : id('x');
        if (before !== gateway) {
          add(bpmn.exclusive(before));
          flowTo([before], gateway);
        }
        if (exits.length === 0) return { entry: before, exits: [] };
        add(bpmn.exclusive(merge));
        flowTo(exits, merge);
        return { entry: before, exits: [merge] };
      }
      case 'parallel': {
        const fork = id('p');
        add(bpmn.parallel(fork));
        const placed = one.branches.map(place);
        for (const branch of placed) flowTo([fork], branch.entry);
        const exits = placed.flatMap((branch) => branch.exits);
        if (exits.length === 0 || !one.join) return { entry: fork, exits: one.join ? [] : exits };
        const join = id('j');
        add(bpmn.parallel(join));
        flowTo(exits, join);
        return { entry: fork, exits: [join] };
      }
      case 'loop': {
        // a task in it: what never waits is refused
        const [merge, step, split] = [id('x'), id('t'), id('g')];
        add(bpmn.exclusive(merge));
        add(bpmn.task(step, bpmn.job(JOB)));
        const body = place(one.body);
        add(bpmn.flow(`${merge} > ${step} > ${body.entry}`));
        if (body.exits.length === 0) return { entry: merge, exits: [] };
        const out = place({ type: 'pass' });
        add(bpmn.exclusive(split, bpmn.byDefault(`${split} > ${out.entry}`)));
        flowTo(body.exits, split);
        add(bpmn.flow(`${split} > ${merge}`, one.condition));
        flowTo([split], out.entry);
        return { entry: merge, exits: out.exits };
      }
      case 'sub': {
        const node = id('sp');
        const begin = id('s');
        const content = inside(() => {
          add(bpmn.start(begin));
          flowTo([begin], place(waitingFirst(one.body, one.events)).entry);
          eventScopes(one.events);
        });
        add(bpmn.sub(node, ...io(one.mappings), ...loops(one.loop), content));
        boundaries(node, one.boundary, true);
        return { entry: node, exits: [node] };
      }
      case 'call': {
        const node = id('c');
        add(
          bpmn.call(
            node,
            'child',
            { propagateAllChildVariables: one.allUp, propagateAllParentVariables: one.allDown },
            ...io(one.mappings),
            ...loops(one.loop),
          ),
        );
        boundaries(node, one.boundary, true);
        return { entry: node, exits: [node] };
      }
      case 'catch': {
        const node = id('w');
        const { trigger } = one;
        if (one.receive && trigger.type === 'message')
          add(bpmn.receive(node, trigger.name, trigger.key, ...io(one.mappings)));
        else add(bpmn.catching(node, definition(trigger), ...io(one.mappings)));
        return { entry: node, exits: [node] };
      }
      case 'race': {
        const gateway = id('g');
        add(bpmn.eventGateway(gateway));
        const seen = new Set<string>();
        const exits: string[] = [];
        for (const { trigger, body } of one.branches) {
          const what = `${trigger.type} ${'name' in trigger ? trigger.name : ''}`;
          // two of the same are refused; a timer takes the place
          const own: Trigger = seen.has(what) ? { type: 'timer', duration: 'PT3H' } : trigger;
          seen.add(what);
          const node = id('w');
          add(bpmn.catching(node, definition(own)));
          flowTo([gateway], node);
          const placed = place(body);
          flowTo([node], placed.entry);
          exits.push(...placed.exits);
        }
        return { entry: gateway, exits };
      }
      case 'throw': {
        const node = id('h');
        const event = {
          signal: () => bpmn.signal(one.code === 'E1' ? 's1' : 's2'),
          escalation: () => bpmn.escalation(one.code),
          compensation: () => bpmn.compensation(),
          none: () => '',
        }[one.kind]();
        add(bpmn.throwing(node, event, ...io(one.mappings)));
        return { entry: node, exits: [node] };
      }
      case 'end': {
        const node = id('e');
        const event = {
          none: () => '',
          terminate: () => bpmn.terminate,
          error: () => bpmn.error(one.code),
          escalation: () => bpmn.escalation(one.code),
          signal: () => bpmn.signal(one.code === 'E1' ? 's1' : 's2'),
        }[one.kind]();
        add(bpmn.end(node, event));
        return { entry: node, exits: [] };
      }
      case 'undo': {
        const [node, event, handler] = [id('t'), id('b'), id('t')];
        add(bpmn.task(node, bpmn.job(JOB), ...io(one.mappings)));
        add(bpmn.boundary(event, node, bpmn.compensation()));
        add(bpmn.task(handler, bpmn.job(JOB), { isForCompensation: true }));
        undone.push(bpmn.association(event, handler));
        return { entry: node, exits: [node] };
      }
    }
  }
  return { place, eventScopes, inside, flowTo, add };
}

/**
 * A buffered message that meets an event sub-process in the very step in which its scope ends is a known difference (Zeebe completes the
 * scope): scopes with a message of their own wait first.
 */
function waitingFirst(body: Block, events: readonly Listener[]): Block {
  if (!events.some(({ trigger }) => trigger.type === 'message')) return body;
  const wait: Block = { type: 'task', mappings: [], boundary: [], loop: undefined, listeners: [] };
  return { type: 'sequence', blocks: [wait, body] };
}

function text(id: string, body: Block, events: readonly Listener[]): string {
  const { place, eventScopes, inside, flowTo, add } = writer();
  return bpmn.process(
    id,
    inside(() => {
      add(bpmn.start());
      flowTo(['start'], place(waitingFirst(body, events)).entry);
      eventScopes(events);
    }),
  );
}

/** BPMN texts: the process `main` and the one it may call, `child`. */
export const textsOf = ({ main, events, called }: RandomProcess): string[] => [
  text('main', main, events),
  text('child', withoutCalls(called), []),
];

/** Calls of the called process would not end. */
function withoutCalls(block: Block): Block {
  return JSON.parse(JSON.stringify(block), (_, value) => (value?.type === 'call' ? { type: 'pass' } : value));
}
