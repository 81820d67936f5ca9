/** Compares with what Zeebe 8.5.8's own validator and transformer made of each model (recorded). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Node, type ParseResult, type ProcessGraph, parseBpmn } from './index.ts';

interface NodeFacts {
  readonly out?: readonly string[];
  readonly in?: readonly string[];
  readonly boundary?: readonly string[];
  readonly esp?: readonly string[];
  readonly ioIn?: string;
  readonly ioOut?: string;
}
interface Recorded {
  readonly name: string;
  readonly body?: string;
  readonly xml?: string;
  /** Element path → messages; parse failures only up to the expression. */
  readonly errors?: Readonly<Record<string, readonly string[]>>;
  readonly loop?: string;
  /** Refused with a text that is not compared (XML schema, Java errors). */
  readonly refused?: true;
  readonly graph?: readonly { process: string; nodes: Readonly<Record<string, NodeFacts>> }[];
}

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="x">';
const cases = readFileSync(new URL('./recorded/models.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

/** Zeebe takes a send task that publishes by itself and fails with an exception when it gets there: refused here. */
const STRICTER =
  /Must have either one 'zeebe:publishMessage' or one 'zeebe:taskDefinition' extension element/;

function parse({ body, xml }: Recorded): ParseResult {
  return parseBpmn('x.bpmn', new TextEncoder().encode(xml ?? `${HEAD}${body}</bpmn:definitions>`));
}

function errorsOf(message: string): Record<string, string[]> {
  const blocks = message.split(/^- Element: /m).filter((block) => block.trim() !== '');
  return Object.fromEntries(
    blocks.map((block) => {
      const [element = '', ...errors] = block.split('\n    - ERROR: ');
      const texts = errors.map((error) =>
        error.trim().replace(/(failed to parse expression '.*?'): Expected[\s\S]*/, '$1'),
      );
      return [element.trim(), texts.sort()];
    }),
  );
}

function factsOf(graph: ProcessGraph): Record<string, NodeFacts> {
  const ids = (indexes: readonly number[]): string[] => indexes.map((index) => graph.nodes[index]?.id ?? '');
  const inside = (node: Node): Node =>
    node.kind === 'multiInstanceBody' ? (graph.nodes[node.inner] ?? node) : node;
  return Object.fromEntries(
    graph.nodes
      .filter(({ scope }) => graph.nodes[scope]?.kind !== 'multiInstanceBody')
      .map((node) => [
        node.id,
        {
          out: node.outgoing.map(({ id }) => id),
          // Zeebe leaves them with the inner activity
          in: node.kind === 'multiInstanceBody' ? [] : node.incoming.map(({ id }) => id),
          boundary: ids(node.boundary),
          esp: ids(inside(node).eventSubProcesses),
          ioIn: inside(node).ioIn?.context.source,
          ioOut: inside(node).ioOut?.context.source,
        },
      ]),
  );
}

describe('models as Zeebe judges them', () => {
  it.each(cases.map((recorded): [string, Recorded] => [recorded.name, recorded]))('%s', (_name, recorded) => {
    const result = parse(recorded);
    if (recorded.errors) {
      expect(result.ok ? {} : errorsOf(result.message)).toEqual(recorded.errors);
    } else if (recorded.loop !== undefined) {
      expect(result).toEqual({ ok: false, message: recorded.loop });
    } else if (recorded.refused) {
      expect(result.ok).toBe(false);
    } else if (result.ok) {
      const [graph] = result.processes;
      const facts = graph ? factsOf(graph) : {};
      for (const [id, wanted] of Object.entries(recorded.graph?.[0]?.nodes ?? {})) {
        expect(Object.keys(facts)).toContain(id);
        const { ioIn, ioOut, ...order } = facts[id] ?? {};
        expect(order).toEqual({
          out: wanted.out ?? [],
          in: wanted.in ?? [],
          boundary: wanted.boundary ?? [],
          esp: wanted.esp ?? [],
        });
        if (ioIn !== undefined) expect(ioIn).toBe(wanted.ioIn);
        if (ioOut !== undefined) expect(ioOut).toBe(wanted.ioOut);
      }
    } else {
      expect(result.message).toMatch(STRICTER);
    }
  });
});
