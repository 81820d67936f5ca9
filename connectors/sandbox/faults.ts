/** Switches that make an outside system fail, so that operators can see what an incident looks like. */
import type { Sql } from './store.ts';

export const systems = {
  token: { vi: 'Cấp mã truy cập LGSP', en: 'LGSP token service' },
  population: { vi: 'CSDL quốc gia về dân cư', en: 'Population register' },
  documents: { vi: 'Trục liên thông văn bản', en: 'Document exchange' },
  mail: { vi: 'Máy chủ thư điện tử', en: 'Mail server' },
} as const;
export type System = keyof typeof systems;
export const isSystem = (name: string): name is System => Object.hasOwn(systems, name);

export const modes = {
  ok: { vi: 'Hoạt động', en: 'works' },
  down: { vi: 'Ngừng', en: 'down: connections break' },
  slow: { vi: 'Chậm', en: 'slow: answers after a minute' },
  error: { vi: 'Lỗi 500', en: 'answers with an error' },
  wrong: { vi: 'Trả lời sai', en: 'answers nonsense' },
} as const;
export type Mode = keyof typeof modes;
export const isMode = (name: string): name is Mode => Object.hasOwn(modes, name);

export async function faultOf(sql: Sql, system: System): Promise<Mode> {
  const [row] = await sql<{ mode: string }[]>`select mode from sandbox.fault where system = ${system}`;
  return row && isMode(row.mode) ? row.mode : 'ok';
}

export async function setFault(sql: Sql, system: System, mode: Mode): Promise<void> {
  if (mode === 'ok') await sql`delete from sandbox.fault where system = ${system}`;
  else
    await sql`insert into sandbox.fault (system, mode) values (${system}, ${mode})
      on conflict (system) do update set mode = excluded.mode, since = now()`;
}
