/** Who looks at a task now, and whether this official has seen it. */
import type { Official } from '../../routing/types.ts';
import type { Context } from '../context.ts';

const presentMs = 60_000;

/** Notes the visit. @returns names of others who looked within the last minute. */
export async function visit(
  context: Context,
  official: Official,
  taskId: string,
): Promise<readonly string[]> {
  const now = context.now();
  await context.sql`
    insert into task_visit (task_id, official_id, official_name, seen_at) values (${taskId}, ${official.id}, ${official.fullName}, ${now})
    on conflict (task_id, official_id) do update set seen_at = excluded.seen_at`;
  const rows = await context.sql<{ name: string }[]>`
    select official_name as name from task_visit where task_id = ${taskId} and official_id <> ${official.id} and seen_at > ${new Date(now.getTime() - presentMs)} order by 1`;
  return rows.map((row) => row.name);
}
