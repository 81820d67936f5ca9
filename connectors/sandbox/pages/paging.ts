/** Numbers out of addresses: page position and row id. */

export const pageSize = 50;
const last = '9223372036854775807';

/** A row id from a path segment, or from a query parameter of a URL (absent: after the newest). Nonsense finds nothing. */
export function idOf(value: string, parameter?: string): string {
  const text = parameter === undefined ? value : (new URL(value).searchParams.get(parameter) ?? last);
  return /^\d{1,18}$/.test(text) || text === last ? text : '0';
}
