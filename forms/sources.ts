/**
 * Option lists that are not known when the form is written: a `select` or `radio` names one by `properties.source`, and whoever
 * hands the form out fills it in from data (units of the organisation). Rendering and validation then see ordinary options.
 */

/** communes: every commune. otherCommunes: all but the one that resolves the dossier. */
export const sourceNames = ['communes', 'otherCommunes'] as const;
export type SourceName = (typeof sourceNames)[number];
export interface SourceOption {
  readonly value: string;
  readonly label: string;
  readonly en: string;
}
export type Sources = Readonly<Partial<Record<SourceName, readonly SourceOption[]>>>;

export const isSourceName = (name: string): name is SourceName =>
  (sourceNames as readonly string[]).includes(name);

/** Form.io JSON with the named lists written into it (`data.values`), so that it can be read without the sources. */
export function fillSources(json: unknown, sources: Sources): unknown {
  if (Array.isArray(json)) return json.map((item) => fillSources(item, sources));
  if (json === null || typeof json !== 'object') return json;
  const node = json as Readonly<Record<string, unknown>>;
  const filled = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, fillSources(value, sources)]),
  );
  const name = sourceOf(node);
  if (name === undefined) return filled;
  const values = sources[name] ?? [];
  return node.type === 'radio' ? { ...filled, values } : { ...filled, data: { values } };
}

/** The source a component names, if it is one we know. */
export function sourceOf(component: Readonly<Record<string, unknown>>): SourceName | undefined {
  const { properties } = component;
  if (properties === null || typeof properties !== 'object' || !('source' in properties)) return undefined;
  const name = properties.source;
  return typeof name === 'string' && isSourceName(name) ? name : undefined;
}
