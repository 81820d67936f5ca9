/** The inbox's address: which list, which filter. Shared by server and pages. */
import type { InboxQuery } from '../../../engine/runtime/api.ts';

const SCOPES = { 'cua-toi': 'mine', 'cho-nhan': 'pool', 'don-vi': 'unit', 'da-xong': 'done' } as const;
export type Scope = InboxQuery['scope'];
export const scopes: readonly Scope[] = Object.values(SCOPES);

const DUES = { 'qua-han': 'late', 'sap-den': 'soon' } as const;
export type DueFilter = NonNullable<InboxQuery['due']>;

/** Rows of one page of the list. */
const PAGE_SIZE = 60;

const nameOf = <T extends string>(names: Readonly<Record<string, T>>, value: T): string =>
  Object.keys(names).find((name) => names[name] === value) ?? '';

/** Reads the address; unknown values count as absent. */
export function readInboxQuery(params: URLSearchParams): InboxQuery {
  const scope = SCOPES[(params.get('ds') ?? '') as keyof typeof SCOPES] ?? 'mine';
  const due = DUES[(params.get('han') ?? '') as keyof typeof DUES];
  const search = params.get('tim')?.trim().slice(0, 100);
  const element = params.get('buoc')?.slice(0, 100);
  const cursor = params.get('tiep');
  return {
    scope,
    limit: PAGE_SIZE,
    ...(due ? { due } : {}),
    ...(search ? { search } : {}),
    ...(element ? { element } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

/** `?ds=…` of a list; the list of one's own tasks has no parameter. */
function inboxSearch(query: Partial<InboxQuery>): string {
  const params = new URLSearchParams();
  if (query.scope && query.scope !== 'mine') params.set('ds', nameOf(SCOPES, query.scope));
  if (query.due) params.set('han', nameOf(DUES, query.due));
  if (query.search) params.set('tim', query.search);
  if (query.element) params.set('buoc', query.element);
  if (query.cursor) params.set('tiep', query.cursor);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

export const inboxHref = (query: Partial<InboxQuery>, taskId?: string): string =>
  `/can-bo/viec${taskId ? `/${encodeURIComponent(taskId)}` : ''}${inboxSearch(query)}`;

export const dossierHref = (dossierId: string): string => `/can-bo/ho-so/${encodeURIComponent(dossierId)}`;
export const documentHref = (documentId: string, download = false): string =>
  `/can-bo/tai-lieu/${encodeURIComponent(documentId)}${download ? '?tai=1' : ''}`;
