import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEvents } from '../events/append.ts';
import { project } from '../events/project.ts';
import { getDossierRow } from '../store/dossiers.ts';
import { checked, examined, reviewed } from '../testing/data.ts';
import { errorOf, type Harness, startHarness } from '../testing/harness.ts';
import { getDossier } from '../views/dossier.ts';
import { inbox } from '../views/inbox.ts';
import { getTask } from '../views/task.ts';
import { act } from './act.ts';
import { candidates, claim, reassign, release } from './assignment.ts';
import { withdraw } from './withdraw.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness?.close());

const clerkId = 'tiepnhan.suoicham';
const asOfficial = async (id: string) =>
  ({ kind: 'official', official: await harness.official(id) }) as const;
const outboxOf = (dossierId: string) => harness.context.sql<
  { kind: string; idempotencyKey: string; payload: Record<string, unknown> }[]
>`
  select kind, idempotency_key as "idempotencyKey", payload from outbox where dossier_id = ${dossierId} order by id`;

async function accepted(): Promise<string> {
  const { dossierId } = await harness.submit();
  await harness.openTask(dossierId, 'receptionCheck');
  await harness.actAs(clerkId, dossierId, 'receptionCheck', { action: 'accept', data: checked });
  return dossierId;
}
async function toSignature(): Promise<string> {
  const dossierId = await accepted();
  await harness.openTask(dossierId, 'examination');
  await harness.actAs('hotich.suoicham', dossierId, 'examination', { action: 'approve', data: examined });
  await harness.openTask(dossierId, 'leaderSignature');
  return dossierId;
}

describe('act', () => {
  it('does everything of an act in one transaction', async () => {
    const dossierId = await accepted();
    const dossier = await getDossierRow(harness.context.sql, dossierId);
    expect(dossier.code).toMatch(/^H38\.91-\d{6}-\d{4}$/);
    expect(dossier.state.status).toBe(2);
    expect(dossier.state.due?.steps.length).toBeGreaterThan(0);
    const kinds = (await outboxOf(dossierId)).map((row) => row.kind);
    expect(kinds).toEqual([
      'engine.publish',
      'notify',
      'engine.complete',
      'document.render',
      'document.render',
      'notify',
    ]);
  });

  it('gives the same answer to the same key and does nothing twice, even at the same moment', async () => {
    const { dossierId } = await harness.submit();
    const task = await harness.openTask(dossierId, 'receptionCheck');
    const actor = await asOfficial(clerkId);
    const input = { taskId: task.id, action: 'accept', data: checked, actKey: 'one' };
    const answers = await Promise.all([
      act(harness.context, actor, input),
      act(harness.context, actor, input),
      act(harness.context, actor, input),
    ]);
    expect(new Set(answers.map((a) => a.eventSeq)).size).toBe(1);
    const done = (await readEvents(harness.context.sql, dossierId)).filter((e) => e.type === 'task.done');
    expect(done).toHaveLength(1);
  });

  it('tells who was first and when, if two act on one task', async () => {
    const { dossierId } = await harness.submit();
    const task = await harness.openTask(dossierId, 'receptionCheck');
    const actor = await asOfficial(clerkId);
    await act(harness.context, actor, { taskId: task.id, action: 'accept', data: checked, actKey: 'a' });
    const error = await errorOf(
      act(harness.context, actor, { taskId: task.id, action: 'accept', data: checked, actKey: 'b' }),
    );
    expect(error.code).toBe('CONFLICT');
    expect(error.details).toMatchObject({ by: 'Vàng Thị Lan', state: 'done' });
    expect(error.details.at).toBeInstanceOf(Date);
  });

  it('refuses a form that is incomplete, and an act without its reason', async () => {
    const { dossierId } = await harness.submit();
    const task = await harness.openTask(dossierId, 'receptionCheck');
    const actor = await asOfficial(clerkId);
    const incomplete = await errorOf(
      act(harness.context, actor, { taskId: task.id, action: 'accept', data: {}, actKey: 'c' }),
    );
    expect(incomplete.code).toBe('INVALID');
    expect(incomplete.details.errors).not.toHaveLength(0);
    const reasonless = await errorOf(
      act(harness.context, actor, { taskId: task.id, action: 'requestSupplement', data: {}, actKey: 'd' }),
    );
    expect(reasonless.details).toMatchObject({ errors: [{ path: 'reasons' }] });
    expect((await getDossierRow(harness.context.sql, dossierId)).state.status).toBe(1);
  });

  it('bars the examiner from signing', async () => {
    const dossierId = await toSignature();
    await harness.context
      .sql`insert into role_assignment (official_id, role, unit_id) values ('hotich.suoicham', 'leader', 'suoi-cham') on conflict do nothing`;
    const task = await harness.task(dossierId, 'leaderSignature');
    const both = await asOfficial('hotich.suoicham');
    const error = await errorOf(
      act(harness.context, both, { taskId: task.id, action: 'sign', data: reviewed, actKey: 'e' }),
    );
    expect(error).toMatchObject({ code: 'FORBIDDEN', details: { reason: 'FOUR_EYES' } });
    expect(
      (await inbox(harness.context, both.official, { scope: 'pool' })).rows.map((r) => r.id),
    ).not.toContain(task.id);
    expect((await getTask(harness.context, both, task.id)).task.hindrance?.vi).toContain('thẩm tra');
    await harness.context
      .sql`delete from role_assignment where official_id = 'hotich.suoicham' and role = 'leader'`;
    await harness.actAs('lanhdao.suoicham', dossierId, 'leaderSignature', { action: 'sign', data: reviewed });
  });

  it('hides dossiers of another commune altogether', async () => {
    const dossierId = await accepted();
    const task = await harness.openTask(dossierId, 'examination');
    const other = await asOfficial('hotich.doique');
    expect((await errorOf(getTask(harness.context, other, task.id))).code).toBe('NOT_FOUND');
    expect((await errorOf(getDossier(harness.context, other, dossierId))).code).toBe('NOT_FOUND');
    expect(
      (
        await errorOf(
          act(harness.context, other, { taskId: task.id, action: 'approve', data: examined, actKey: 'f' }),
        )
      ).code,
    ).toBe('NOT_FOUND');
    for (const scope of ['pool', 'unit', 'mine'] as const)
      expect(
        (await inbox(harness.context, other.official, { scope })).rows.map((r) => r.dossierId),
      ).not.toContain(dossierId);
  });

  it('lets a withdrawal or the signature win, never both', async () => {
    for (let i = 0; i < 5; i += 1) {
      const dossierId = await toSignature();
      const task = await harness.task(dossierId, 'leaderSignature');
      const leader = await asOfficial('lanhdao.suoicham');
      const outcomes = await Promise.allSettled([
        act(harness.context, leader, {
          taskId: task.id,
          action: 'sign',
          data: reviewed,
          actKey: `sign-${i}`,
        }),
        withdraw(
          harness.context,
          { kind: 'applicant', dossierId },
          { dossierId, reason: 'Đổi ý', actKey: `withdraw-${i}` },
        ),
      ]);
      expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
      const rejected = outcomes.find((o) => o.status === 'rejected');
      expect(rejected?.status === 'rejected' && rejected.reason.code).toBe('CONFLICT');
      const row = await getDossierRow(harness.context.sql, dossierId);
      expect(row.state.end === 'withdrawn').toBe(row.state.result === null);
      expect(project(await readEvents(harness.context.sql, dossierId))).toEqual(row.state);
    }
  });
});

describe('assignment', () => {
  it('lets one official hold a task; the supervisor may give it to another', async () => {
    const { dossierId } = await harness.submit();
    const task = await harness.openTask(dossierId, 'receptionCheck');
    await harness.context
      .sql`insert into role_assignment (official_id, role, unit_id) values ('vanthu.suoicham', 'receptionist', 'suoi-cham') on conflict do nothing`;
    const [clerk, second, director] = await Promise.all([
      harness.official(clerkId),
      harness.official('vanthu.suoicham'),
      harness.official('giamdoc.suoicham'),
    ]);
    await claim(harness.context, clerk, task.id);
    expect(await errorOf(claim(harness.context, second, task.id))).toMatchObject({
      code: 'CONFLICT',
      details: { by: clerk.fullName, state: 'taken' },
    });
    expect((await candidates(harness.context, director, task.id)).map((o) => o.id).sort()).toEqual([
      clerkId,
      'vanthu.suoicham',
    ]);
    await reassign(harness.context, director, {
      taskId: task.id,
      toOfficialId: second.id,
      reason: 'Nghỉ phép',
    });
    expect((await inbox(harness.context, second, { scope: 'mine' })).rows.map((r) => r.id)).toContain(
      task.id,
    );
    expect((await errorOf(release(harness.context, clerk, task.id))).code).toBe('CONFLICT');
    await release(harness.context, second, task.id);
    expect((await inbox(harness.context, clerk, { scope: 'pool' })).rows.map((r) => r.id)).toContain(task.id);
    await harness.context
      .sql`delete from role_assignment where official_id = 'vanthu.suoicham' and role = 'receptionist'`;
  });

  it('shows who else looks at a task, and what is unread', async () => {
    const { dossierId } = await harness.submit();
    const task = await harness.openTask(dossierId, 'receptionCheck');
    const [clerk, director] = await Promise.all([asOfficial(clerkId), asOfficial('giamdoc.suoicham')]);
    expect(
      (await inbox(harness.context, clerk.official, { scope: 'pool', search: 'giang' })).rows.find(
        (r) => r.id === task.id,
      )?.unread,
    ).toBe(true);
    await getTask(harness.context, director, task.id);
    expect((await getTask(harness.context, clerk, task.id)).task.presence).toEqual([
      director.official.fullName,
    ]);
    expect(
      (await inbox(harness.context, clerk.official, { scope: 'pool' })).rows.find((r) => r.id === task.id)
        ?.unread,
    ).toBe(false);
  });
});
