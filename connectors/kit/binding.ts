/** From the headers of a service task to the input of a connector: `input:<name>` = data path or `=literal`. */
import type { z } from 'zod';
import { ConnectorError } from './types.ts';

/** Where paths start: application data, facts brought by events, the dossier's own attributes. */
export interface BindingScope {
  readonly data: Readonly<Record<string, unknown>>;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly dossier: Readonly<Record<string, unknown>>;
}
export type TaskHeaders = Readonly<Record<string, string>>;

export const inputPrefix = 'input:';
// Without \p{…}: the studio's editor compiles this pattern without the u flag.
const segment = '[^\\s.=[\\]]+(?:\\[\\d+\\])*';
/** What may stand in an `input:` header; also the pattern of the element templates. */
export const sourcePattern = `^(?:=.*|(?:data|facts|dossier)(?:\\.${segment})+)$`;
const source = new RegExp(sourcePattern, 's');

/**
 * Builds and checks a connector's input.
 * @throws ConnectorError INVALID_INPUT (permanent) naming input and path, never a value: messages reach logs and incidents.
 */
export function bindInput<Input>(headers: TaskHeaders, scope: BindingScope, schema: z.ZodType<Input>): Input {
  const sources = inputSources(headers);
  const raw: Record<string, unknown> = {};
  for (const [name, from] of sources) {
    const value = resolveSource(name, from, scope);
    if (value !== undefined) raw[name] = value;
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0] ?? '');
    const from = sources.get(name);
    const nothing = from !== undefined && !Object.hasOwn(raw, name);
    return `${name || 'input'}${from ? ` (from ${from.startsWith('=') ? 'a literal' : from})` : ''}: ${nothing ? 'there is nothing at this path' : describe(issue, raw, name)}`;
  });
  throw new ConnectorError('INVALID_INPUT', problems.join('; '), 'permanent');
}

/** What is wrong with these headers for this schema, for the check at publish; empty when nothing is. */
export function checkHeaders(headers: TaskHeaders, schema: z.ZodType): readonly string[] {
  const known = inputNames(schema);
  const given = inputSources(headers);
  const problems: string[] = [];
  for (const [name, from] of given) {
    if (!known.has(name))
      problems.push(`${inputPrefix}${name}: unknown input; known are ${[...known.keys()].join(', ')}`);
    else if (!source.test(from))
      problems.push(
        `${inputPrefix}${name}: "${from}" is neither a path data.… facts.… dossier.… nor a =literal`,
      );
  }
  for (const [name, required] of known)
    if (required && !given.has(name))
      problems.push(`${inputPrefix}${name}: required, but the task has no such header`);
  return problems;
}

/** Input names of an object schema, each with whether it must be given. */
export function inputNames(schema: z.ZodType): ReadonlyMap<string, boolean> {
  const names = new Map<string, boolean>();
  const shape: unknown = 'shape' in schema ? schema.shape : {};
  if (shape && typeof shape === 'object')
    for (const [name, field] of Object.entries(shape as Record<string, z.ZodType>))
      names.set(name, !field.safeParse(undefined).success);
  return names;
}

function inputSources(headers: TaskHeaders): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(headers)
      .filter(([key]) => key.startsWith(inputPrefix))
      .map(([key, value]) => [key.slice(inputPrefix.length), value.trimStart()]),
  );
}

function resolveSource(name: string, from: string, scope: BindingScope): unknown {
  if (!source.test(from))
    throw new ConnectorError(
      'INVALID_INPUT',
      `${name}: "${from.startsWith('=') ? '=…' : from}" is neither a path data.… facts.… dossier.… nor a =literal`,
      'permanent',
    );
  if (from.startsWith('=')) return from.slice(1);
  let value: unknown = scope;
  for (const key of from.replaceAll(/\[(\d+)\]/g, '.$1').split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value === null || value === '' ? undefined : value;
}

function describe(issue: z.core.$ZodIssue, raw: Readonly<Record<string, unknown>>, name: string): string {
  if (issue.code === 'invalid_type' && !Object.hasOwn(raw, name))
    return `required, but the task has no header ${inputPrefix}${name}`;
  return issue.message;
}
