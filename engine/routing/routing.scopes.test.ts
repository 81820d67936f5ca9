/** Permissions over user × unit × action: what is listed, what is opened by address, what is acted on. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../scripts/testing/postgres.ts';
import { connect, type Database } from '../sql/index.ts';
import { createRouting, dossierCondition, taskCondition } from './index.ts';
import type { DossierScope, Official, TaskActionName, TaskScope } from './types.ts';

const routing = await createRouting();

const units = ['commune-a', 'commune-b', 'commune-c', 'centre'] as const;
const caseRoles = [
  'receptionist',
  'judicialOfficer',
  'leader',
  'registry',
  'director',
  'landOfficer',
] as const;
const roles = [...caseRoles, 'verifier', 'analyst', 'administrator'] as const;
const system = ['analyst', 'administrator'];
const actions: readonly TaskActionName[] = ['task.read', 'task.claim', 'task.act', 'task.reassign'];

const unit = fc.constantFrom(...units);
const assignment = fc.record({ role: fc.constantFrom(...roles), unitId: unit });
const officialOf = (
  list: fc.Arbitrary<Official['roles']>,
  id: fc.Arbitrary<string> = fc.constantFrom('o1', 'o2', 'o3'),
) =>
  fc
    .record({ id, roles: list })
    .map(({ id, roles }): Official => ({ id, roles, username: id, fullName: id, title: { vi: '', en: '' } }));
const official = officialOf(fc.array(assignment, { maxLength: 4 }));
const dossier: fc.Arbitrary<DossierScope> = fc.record({
  receptionUnitId: unit,
  competentUnitId: unit,
  consultedUnitIds: fc.uniqueArray(unit, { maxLength: 2 }),
});
/** A task as the runtime makes it: the verifier's in a consulted unit, the others in the reception or competent one. */
const task: fc.Arbitrary<TaskScope> = dossier.chain((scope) => {
  const places = fc.oneof(
    fc.record({
      role: fc.constantFrom(...caseRoles),
      unitId: fc.constantFrom(scope.receptionUnitId, scope.competentUnitId),
    }),
    ...(scope.consultedUnitIds.length > 0
      ? [fc.record({ role: fc.constant('verifier'), unitId: fc.constantFrom(...scope.consultedUnitIds) })]
      : []),
  );
  return fc
    .record({
      dossier: fc.constant(scope),
      place: places,
      assigneeId: fc.constantFrom(null, 'o1', 'o2'),
      barredIds: fc.subarray(['o1', 'o2', 'o3']),
    })
    .map(({ place, ...rest }) => ({ ...rest, ...place }));
});

const holds = (who: Official, unitId: string) => who.roles.some((held) => held.unitId === unitId);

describe('an official of one commune and a dossier of another', () => {
  const stranger = fc
    .tuple(official, task)
    .filter(([who, { dossier: d }]) =>
      [d.receptionUnitId, d.competentUnitId, ...d.consultedUnitIds].every((id) => !holds(who, id)),
    );
  test('he can do nothing with its tasks', () => {
    fc.assert(
      fc.property(stranger, fc.constantFrom(...actions), ([who, scope], action) => {
        expect(routing.mayOnTask(who, action, scope).allowed).toBe(false);
      }),
    );
  });
  test('he can neither read, enter nor reassign it, nor see the unit’s figures', () => {
    fc.assert(
      fc.property(
        stranger,
        fc.constantFrom(
          'dossier.read' as const,
          'dossier.enter' as const,
          'dossier.reassign' as const,
          'dashboard.read' as const,
        ),
        ([who, scope], action) => {
          expect(routing.mayOnDossier(who, action, scope.dossier).allowed).toBe(false);
        },
      ),
    );
  });
});

test('acting needs the role of the task in the unit of the task', () => {
  fc.assert(
    fc.property(official, task, (who, scope) => {
      const held = who.roles.some(({ role, unitId }) => role === scope.role && unitId === scope.unitId);
      const free = scope.assigneeId === null || scope.assigneeId === who.id;
      const barred = scope.barredIds.includes(who.id);
      expect(routing.mayOnTask(who, 'task.act', scope).allowed).toBe(held && free && !barred);
      expect(routing.mayOnTask(who, 'task.claim', scope).allowed).toBe(held && free && !barred);
    }),
  );
});

test('who examined cannot sign, whatever roles he holds, also as the one assigned', () => {
  const everywhere = officialOf(
    fc.constant(roles.flatMap((role) => units.map((unitId) => ({ role, unitId })))),
    fc.constant('examiner'),
  );
  fc.assert(
    fc.property(everywhere, task, fc.constantFrom(null, 'examiner'), (who, scope, assigneeId) => {
      const signing = { ...scope, assigneeId, barredIds: [...scope.barredIds, 'examiner'] };
      expect(routing.mayOnTask(who, 'task.act', signing)).toEqual({ allowed: false, reason: 'FOUR_EYES' });
      expect(routing.mayOnTask(who, 'task.claim', signing)).toEqual({ allowed: false, reason: 'FOUR_EYES' });
    }),
  );
});

test('a task somebody else has is not acted on', () => {
  fc.assert(
    fc.property(official, task, (who, scope) => {
      const theirs = { ...scope, assigneeId: 'somebody', barredIds: [] };
      const decision = routing.mayOnTask(who, 'task.act', theirs);
      expect(decision.allowed).toBe(false);
      const held = who.roles.some(({ role, unitId }) => role === scope.role && unitId === scope.unitId);
      if (held) expect(decision).toEqual({ allowed: false, reason: 'TAKEN' });
    }),
  );
});

test('a consulted commune sees what it was asked and nothing else', () => {
  fc.assert(
    fc.property(task, fc.constantFrom(...roles), (scope, role) => {
      const d = {
        receptionUnitId: 'commune-a',
        competentUnitId: 'commune-a',
        consultedUnitIds: ['commune-b'],
      };
      const who: Official = {
        id: 'x',
        username: 'x',
        fullName: 'x',
        title: { vi: '', en: '' },
        roles: [{ role, unitId: 'commune-b' }],
      };
      expect(routing.mayOnDossier(who, 'dossier.read', d).allowed).toBe(role === 'verifier');
      const other = { ...scope, dossier: d, unitId: 'commune-a', barredIds: [], assigneeId: null };
      for (const action of actions) expect(routing.mayOnTask(who, action, other).allowed).toBe(false);
      const asked = { ...other, role: 'verifier', unitId: 'commune-b' };
      expect(routing.mayOnTask(who, 'task.act', asked).allowed).toBe(role === 'verifier');
    }),
  );
});

test('analysts and administrators never reach a dossier or a task', () => {
  fc.assert(
    fc.property(
      officialOf(fc.array(fc.record({ role: fc.constantFrom(...system), unitId: unit }))),
      task,
      (who, scope) => {
        for (const action of actions) expect(routing.mayOnTask(who, action, scope).allowed).toBe(false);
        expect(routing.mayOnDossier(who, 'dossier.read', scope.dossier).allowed).toBe(false);
      },
    ),
  );
});

test('operations belong to the administrator, publishing to the analyst', () => {
  fc.assert(
    fc.property(official, (who) => {
      const has = (role: string) => who.roles.some((held) => held.role === role);
      expect(routing.mayOperate(who, 'operations.read').allowed).toBe(has('administrator'));
      expect(routing.mayOperate(who, 'operations.retry').allowed).toBe(has('administrator'));
      expect(routing.mayOperate(who, 'procedures.publish').allowed).toBe(has('analyst'));
    }),
  );
});

test('only the reception clerk of the reception unit enters a dossier; only supervisors of the unit reassign', () => {
  fc.assert(
    fc.property(official, task, (who, scope) => {
      const d = scope.dossier;
      expect(routing.mayOnDossier(who, 'dossier.enter', d).allowed).toBe(
        who.roles.some(({ role, unitId }) => role === 'receptionist' && unitId === d.receptionUnitId),
      );
      expect(routing.mayOnTask(who, 'task.reassign', scope).allowed).toBe(
        who.roles.some(
          ({ role, unitId }) => (role === 'director' || role === 'leader') && unitId === scope.unitId,
        ),
      );
    }),
  );
});

describe('lists in SQL and decisions one by one agree', () => {
  let database: TestDatabase;
  let sql: Database;
  const scopes = fc.sample(task, { seed: 20261122, numRuns: 400 });

  beforeAll(async () => {
    database = await testDatabase();
    sql = connect(database.url, { max: 1 });
    await sql`
      create table t (n int, role text, unit_id text, reception_unit_id text, competent_unit_id text, consulted_unit_ids text[])`;
    for (const [n, { role, unitId, dossier: d }] of scopes.entries())
      await sql`
        insert into t values (${n}, ${role}, ${unitId}, ${d.receptionUnitId}, ${d.competentUnitId}, ${d.consultedUnitIds as string[]})`;
  });
  afterAll(async () => {
    await sql.end();
    await database.drop();
  });

  test('tasks', async () => {
    await fc.assert(
      fc.asyncProperty(official, async (who) => {
        const rows = await sql<{ n: number }[]>`
          select n from t where ${taskCondition(sql, routing.taskFilter(who))} order by n`;
        const expected = scopes.flatMap((scope, n) =>
          routing.mayOnTask(who, 'task.read', scope).allowed ? [n] : [],
        );
        expect(rows.map((row) => row.n)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
  test('dossiers', async () => {
    await fc.assert(
      fc.asyncProperty(official, async (who) => {
        const rows = await sql<{ n: number }[]>`
          select n from t d where ${dossierCondition(sql, routing.dossierFilter(who))} order by n`;
        const expected = scopes.flatMap(({ dossier: d }, n) =>
          routing.mayOnDossier(who, 'dossier.read', d).allowed ? [n] : [],
        );
        expect(rows.map((row) => row.n)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
