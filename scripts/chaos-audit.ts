/** After the kill test: looks in the stores of all parts for anything lost, doubled or left open. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createSigningService } from '../connectors/signing/index.ts';
import { connect, type Database } from '../engine/sql/index.ts';
import type { Stack } from './stack.ts';

/** Events that a dossier on the straight way has exactly once. */
const ONCE = [
  'dossier.submitted',
  'process.started',
  'dossier.accepted',
  'dossier.examined',
  'draft.confirmed',
  'result.signed',
  'result.sealed',
  'result.returned',
];

type Sql = Database;

/** What is still on its way when the last page was shown: the outbox drains, the engine ends its instances. */
async function settle(sql: Sql, stack: Stack): Promise<string[]> {
  let words: string[] = [];
  for (let i = 0; i < 600; i++) {
    const [open] = await sql<{ waiting: number; tasks: number }[]>`
      select (select count(*)::int from motcua.outbox where state = 'waiting') as waiting,
             (select count(*)::int from motcua.task where status = 'open') as tasks`;
    const instances = stack.config.ZEEBE_ADDRESS
      ? 0
      : Number((await sql`select count(*)::int as n from zeebe.instances`)[0]?.n);
    if (open?.waiting === 0 && open.tasks === 0 && instances === 0) return [];
    words = [
      `after a minute still ${open?.waiting} outbox rows, ${open?.tasks} open tasks, ${instances} process instances`,
    ];
    await delay(100);
  }
  return words;
}

async function dossierFaults(sql: Sql, expected: number): Promise<string[]> {
  const faults: string[] = [];
  const dossiers = await sql<
    { id: string; reference: string; status: number; code: string | null }[]
  >`select id, reference, status, code from motcua.dossier`;
  if (dossiers.length !== expected) faults.push(`${dossiers.length} dossiers instead of ${expected}`);
  for (const dossier of dossiers)
    if (dossier.status !== 10) faults.push(`${dossier.reference} has status ${dossier.status}`);
  const counts = await sql<{ reference: string; type: string; n: number }[]>`
    select d.reference, t.type, count(e.seq)::int as n
    from motcua.dossier d cross join unnest(${ONCE}::text[]) as t(type)
    left join motcua.dossier_event e on e.dossier_id = d.id and e.type = t.type
    group by d.reference, t.type having count(e.seq) <> 1`;
  for (const row of counts) faults.push(`${row.reference} has ${row.n} × ${row.type}`);
  const odd = await sql<{ reference: string; type: string }[]>`
    select d.reference, e.type from motcua.dossier_event e join motcua.dossier d on d.id = e.dossier_id
    where e.type in ('act.missed', 'effect.stopped', 'process.duplicate')`;
  for (const row of odd) faults.push(`${row.reference} met ${row.type}`);
  const dead = await sql<
    { kind: string; last_error: string }[]
  >`select kind, last_error from motcua.outbox where state = 'dead'`;
  for (const row of dead) faults.push(`outbox row given up: ${row.kind}: ${row.last_error}`);
  // Consecutive numbers per unit and day: nothing lost, nothing twice.
  const gaps = await sql<{ prefix: string; n: number; highest: number }[]>`
    select regexp_replace(code, '-\\d+$', '') as prefix, count(distinct code)::int as n, max(regexp_replace(code, '^.*-', '')::int) as highest
    from motcua.dossier where code is not null group by 1 having count(*) <> max(regexp_replace(code, '^.*-', '')::int) or count(distinct code) <> count(*)`;
  for (const row of gaps) faults.push(`codes ${row.prefix}: ${row.n} of ${row.highest}`);
  return faults;
}

async function resultFaults(sql: Sql, stack: Stack): Promise<string[]> {
  const faults: string[] = [];
  const results = await sql<{ reference: string; n: number; path: string | null }[]>`
    select d.reference, count(doc.id)::int as n, max(doc.path) as path from motcua.dossier d
    left join motcua.document doc on doc.dossier_id = d.id and doc.kind = 'result' and doc.superseded_at is null group by d.reference`;
  const signing = createSigningService({ dir: join(stack.config.DATA_DIR, 'signing') });
  for (const { reference, n, path } of results) {
    if (n !== 1 || !path) {
      faults.push(`${reference} has ${n} results`);
      continue;
    }
    const { signatures } = await signing.verify(await readFile(join(stack.config.DATA_DIR, 'files', path)));
    if (
      signatures.length !== 2 ||
      signatures.some((one) => !one.valid || one.chain !== 'trusted' || one.changesAfter === 'forbidden')
    )
      faults.push(
        `${reference}: signatures ${JSON.stringify(signatures.map(({ signer, valid, problems }) => ({ signer, valid, problems })))}`,
      );
  }
  return faults;
}

/** The other side's view: each outside system was asked once per dossier, however often the request was repeated. */
async function sandboxFaults(stack: Stack, expected: number): Promise<string[]> {
  const base = `http://127.0.0.1:${stack.config.SANDBOX_PORT}`;
  const list = async (name: string): Promise<readonly Record<string, unknown>[]> => {
    const answer: unknown = await (await fetch(`${base}/api/${name}?limit=100000`)).json();
    const rows = Array.isArray(answer) ? answer : Object.values(answer as object).find(Array.isArray);
    if (!Array.isArray(rows)) throw new Error(`/api/${name} gave no list`);
    return rows;
  };
  const faults: string[] = [];
  const citizens = await list('citizens');
  if (citizens.length !== expected)
    faults.push(`population register gave ${citizens.length} numbers for ${expected} children`);
  const documents = await list('documents');
  if (documents.length !== expected)
    faults.push(`document management received ${documents.length} documents instead of ${expected}`);
  const mails = await list('mails');
  const seen = new Set<string>();
  for (const mail of mails) {
    const key = `${JSON.stringify(mail.to)} ${String(mail.subject)}`;
    if (seen.has(key)) faults.push(`mail twice: ${String(mail.subject)}`);
    seen.add(key);
  }
  if (mails.length < expected * 3) faults.push(`only ${mails.length} mails for ${expected} dossiers`);
  return faults;
}

/** Everything that is not as it should be after `expected` dossiers went the straight way; empty when all is well. */
export async function findFaults(stack: Stack, expected: number): Promise<string[]> {
  const sql = connect(stack.databaseUrl, { max: 2 });
  try {
    return [
      ...(await settle(sql, stack)),
      ...(await dossierFaults(sql, expected)),
      ...(await resultFaults(sql, stack)),
      ...(await sandboxFaults(stack, expected)),
    ];
  } finally {
    await sql.end();
  }
}
