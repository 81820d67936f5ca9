/** Properties of the projection over random histories. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEvent, doersOf, emptyState, isPaused, project } from './project.ts';
import { IllegalTransition, isTerminal, toStatus } from './status.ts';
import type { DossierState, EventActor, EventBody, RecordedEvent } from './types.ts';

const due = (at: string) => ({ clockStart: at, original: at, due: at, steps: [] });
const actors: EventActor[] = [
  { kind: 'official', id: 'a', name: 'A', unitId: 'u' },
  { kind: 'official', id: 'b', name: 'B', unitId: 'u' },
  { kind: 'applicant', id: null, name: 'C', unitId: null },
  { kind: 'system', id: null, name: 'engine', unitId: null },
];
const elements = ['check', 'examination', 'sign'];
const taskIds = ['t1', 't2', 't3'];
const grounds = { reasons: ['x'], note: null };
const body = fc.oneof(
  fc.constantFrom<EventBody>(
    {
      type: 'dossier.accepted',
      data: { code: 'H-1', receivedAt: '2026-01-01T00:00:00.000Z', due: due('2026-01-02T00:00:00.000Z') },
    },
    { type: 'supplement.requested', data: { ...grounds, ordinal: 1, pausesClock: true } },
    { type: 'supplement.given', data: { changes: { a: { b: 1 } }, due: due('2026-01-03T00:00:00.000Z') } },
    { type: 'refusal.proposed', data: grounds },
    { type: 'dossier.refused', data: grounds },
    { type: 'verification.requested', data: { ...grounds, unitId: 'v' } },
    { type: 'result.signed', data: { key: 'r', officialTitle: { vi: 'CT', en: 'C' } } },
    { type: 'result.sealed', data: { key: 'r', number: '1', date: '2026-01-01' } },
    { type: 'result.returned', data: {} },
    { type: 'dossier.withdrawn', data: { reason: '' } },
    {
      type: 'connector.succeeded',
      data: { connector: 'c', elementId: 'e', result: 'population', output: { personalId: '1' } },
    },
  ),
  fc
    .record({
      taskId: fc.constantFrom(...taskIds),
      elementId: fc.constantFrom(...elements),
      role: fc.constantFrom('clerk', 'applicant'),
    })
    .map((data): EventBody => ({ type: 'task.opened', data: { ...data, unitId: 'u' } })),
  fc
    .record({
      taskId: fc.constantFrom(...taskIds),
      elementId: fc.constantFrom(...elements),
      action: fc.constant('go'),
    })
    .map(
      (data): EventBody => ({
        type: 'task.done',
        data: { ...data, ...grounds, data: {}, closesWithdrawal: data.elementId === 'sign' },
      }),
    ),
);
const history = fc.array(fc.record({ body, actor: fc.constantFrom(...actors) }), { maxLength: 40 });

/** Applies what is legal, as the commands do: the rest is refused and leaves no event. */
function live(steps: readonly { body: EventBody; actor: EventActor }[]): {
  events: RecordedEvent[];
  states: DossierState[];
} {
  const events: RecordedEvent[] = [];
  const states: DossierState[] = [emptyState];
  for (const step of steps) {
    const seq = events.length + 1;
    const event = {
      ...step.body,
      seq,
      actor: step.actor,
      at: new Date(Date.UTC(2026, 0, 1, 0, seq)).toISOString(),
    } as RecordedEvent;
    try {
      states.push(applyEvent(states.at(-1) ?? emptyState, event));
      events.push(event);
    } catch (error) {
      if (!(error instanceof IllegalTransition)) throw error;
    }
  }
  return { events, states };
}

it('rebuilt from its events, also after a trip through JSON, is the state that was kept', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { events, states } = live(steps);
      expect(project(JSON.parse(JSON.stringify(events)) as RecordedEvent[])).toEqual(states.at(-1));
    }),
  );
});

it('moves by legal steps only, and not out of an end', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { states } = live(steps);
      for (const [i, state] of states.entries()) {
        const before = states[i - 1];
        if (!before) continue;
        expect(toStatus(before.status, state.status)).toBe(state.status);
        if (isTerminal(before.status)) expect(state.status).toBe(before.status);
      }
    }),
  );
});

it('never has two open pauses, an open task twice after its end, or forgets who did what', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { events, states } = live(steps);
      const state = states.at(-1) ?? emptyState;
      expect(state.pauses.filter((p) => p.to === null).length).toBe(isPaused(state) ? 1 : 0);
      const did = events.flatMap((e) =>
        e.type === 'task.done' && e.actor.kind === 'official' && e.data.elementId === 'examination'
          ? [e.actor.id]
          : [],
      );
      expect(new Set(doersOf(state, ['examination']))).toEqual(new Set(did));
      expect(state.withdrawalClosed).toBe(
        events.some((e) => e.type === 'task.done' && e.data.elementId === 'sign'),
      );
    }),
  );
});
