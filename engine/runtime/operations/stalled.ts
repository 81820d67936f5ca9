/** Dossiers that stand still though nobody is asked and nothing is on its way: the engine has an incident that it tells nobody about. */
import type { Context } from '../context.ts';
import type { ProcessModel } from '../package/bpmn.ts';
import { getVersion } from '../package/versions.ts';
import { openIncident } from './incidents.ts';

const quietMs = 10 * 60_000;
/** Where a process may rightly wait without a task or a call. */
const waits = /^(intermediateCatchEvent|receiveTask|eventBasedGateway)$/;

/** Opens an incident for each, and closes those of dossiers that move again. */
export async function findStalled(context: Context): Promise<void> {
  const { sql } = context;
  const now = context.now();
  const stalled = await sql<{ id: string; versionId: string }[]>`
    select d.id, d.procedure_version_id as "versionId" from dossier d
    where d.closed_at is null and d.submitted_at < ${new Date(now.getTime() - quietMs)}
      and not exists (select 1 from task t where t.dossier_id = d.id and t.status = 'open')
      and not exists (select 1 from outbox o where o.dossier_id = d.id and o.state <> 'done' and o.kind <> 'notify')
      and not exists (select 1 from dossier_event e where e.dossier_id = d.id and e.seq = d.last_seq and e.at > ${new Date(now.getTime() - quietMs)})
    limit 100`;
  const found: string[] = [];
  for (const { id, versionId } of stalled) {
    const version = await getVersion(sql, sql, versionId);
    if (mayWait(version.model)) continue;
    found.push(id);
    await openIncident(sql, {
      kind: 'stalled',
      dossierId: id,
      outboxId: null,
      element: null,
      message: `dossier ${id}: no task, no effect on its way; look at the incidents of the engine`,
    });
  }
  await sql`
    update incident set resolved_at = ${now}, resolved_by = 'system'
    where kind = 'stalled' and resolved_at is null and not (dossier_id = any(${found}::uuid[]))`;
}

function mayWait(model: ProcessModel): boolean {
  return Object.values(model.elements).some((element) => waits.test(element.kind));
}
