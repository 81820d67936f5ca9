/** Dossier state as a pure function of its events. */
import { toStatus } from './status.ts';
import type { DossierState, PauseJson, RecordedEvent } from './types.ts';

export const emptyState: DossierState = {
  status: 1,
  resubmitted: false,
  code: null,
  versionId: null,
  processInstanceKey: null,
  receivedAt: null,
  due: null,
  pauses: [],
  supplementRequests: 0,
  consultedUnitIds: [],
  data: {},
  facts: {},
  openTasks: [],
  doers: {},
  reached: {},
  proposal: null,
  request: null,
  lastOfficialId: null,
  result: null,
  withdrawalClosed: false,
  closedAt: null,
  end: null,
};

/** @throws IllegalTransition when the event may not happen in this state. */
export function applyEvent(state: DossierState, event: RecordedEvent): DossierState {
  switch (event.type) {
    case 'dossier.submitted': {
      const { data, startElementId } = event.data;
      return { ...state, data, reached: startElementId ? { [startElementId]: event.at } : {} };
    }
    case 'process.started':
      return { ...state, processInstanceKey: event.data.processInstanceKey, versionId: event.data.versionId };
    case 'element.reached':
      return { ...state, reached: { ...state.reached, [event.data.elementId]: event.at } };
    case 'task.opened': {
      const { taskId, elementId, role, unitId } = event.data;
      const handedOver = state.status === 2 && role !== 'applicant';
      return {
        ...state,
        status: handedOver ? toStatus(state.status, 4) : state.status,
        openTasks: [...state.openTasks, { taskId, elementId, role, unitId }],
        reached: { ...state.reached, [elementId]: event.at },
      };
    }
    case 'task.done': {
      const { taskId, elementId, action, closesWithdrawal } = event.data;
      const { kind, id, name } = event.actor;
      return {
        ...withoutTask(state, taskId),
        doers: {
          ...state.doers,
          [elementId]: [...(state.doers[elementId] ?? []), { kind, id, name, action, at: event.at }],
        },
        lastOfficialId: kind === 'official' ? id : state.lastOfficialId,
        withdrawalClosed: state.withdrawalClosed || closesWithdrawal,
      };
    }
    case 'task.gone':
      return withoutTask(state, event.data.taskId);
    case 'dossier.accepted': {
      const { code, receivedAt, due } = event.data;
      return { ...state, status: toStatus(state.status, 2), resubmitted: false, code, receivedAt, due };
    }
    case 'supplement.requested': {
      const { reasons, note, pausesClock } = event.data;
      const pause: PauseJson = {
        from: event.at,
        to: null,
        reason: { vi: 'Chờ người nộp bổ sung hồ sơ', en: 'Waiting for the supplement' },
      };
      return {
        ...state,
        status: toStatus(state.status, 5),
        resubmitted: false,
        supplementRequests: state.supplementRequests + 1,
        request: { reasons, note },
        pauses: pausesClock && !isPaused(state) ? [...state.pauses, pause] : state.pauses,
      };
    }
    case 'supplement.given':
      return {
        ...state,
        // before acceptance the list knows no way back to 1: the status stays, its name changes
        status: state.receivedAt ? toStatus(state.status, 4) : state.status,
        resubmitted: true,
        request: null,
        data: merge(state.data, event.data.changes),
        due: event.data.due ?? state.due,
        pauses: state.pauses.map((pause) => (pause.to ? pause : { ...pause, to: event.at })),
      };
    case 'refusal.proposed':
      return { ...state, proposal: { reasons: event.data.reasons, note: event.data.note } };
    case 'dossier.refused':
      return {
        ...state,
        status: toStatus(state.status, state.receivedAt ? 8 : 3),
        closedAt: event.at,
        end: 'refused',
      };
    case 'verification.requested':
      return {
        ...state,
        consultedUnitIds: [
          ...state.consultedUnitIds.filter((id) => id !== event.data.unitId),
          event.data.unitId,
        ],
      };
    case 'verification.given':
      return {
        ...state,
        facts: {
          ...state.facts,
          verification: { action: event.data.action, note: event.data.note, ...event.data.answer },
        },
      };
    case 'draft.confirmed':
      return { ...state, facts: { ...state.facts, draft: { confirmed: true, at: event.at } } };
    case 'draft.disputed':
      return {
        ...state,
        facts: { ...state.facts, draft: { confirmed: false, note: event.data.note, at: event.at } },
      };
    case 'result.signed': {
      const sign = {
        officialId: event.actor.id,
        officialName: event.actor.name,
        officialTitle: event.data.officialTitle.vi,
        at: event.at,
      };
      return {
        ...state,
        facts: { ...state.facts, sign },
        result: { key: event.data.key, number: null, date: null, signedAt: event.at },
      };
    }
    case 'result.sealed': {
      const { key, number, date } = event.data;
      return {
        ...state,
        status: toStatus(state.status, 9),
        facts: { ...state.facts, result: { number, date } },
        result: { key, number, date, signedAt: state.result?.signedAt ?? null },
      };
    }
    case 'result.returned':
      return { ...state, status: toStatus(state.status, 10), closedAt: event.at, end: 'returned' };
    case 'dossier.withdrawn':
      return { ...state, status: toStatus(state.status, 7), closedAt: event.at, end: 'withdrawn' };
    case 'connector.succeeded': {
      const { result, output } = event.data;
      return result ? { ...state, facts: { ...state.facts, [result]: output } } : state;
    }
    case 'document.created':
      return event.data.kind === 'result'
        ? { ...state, facts: { ...state.facts, resultDocumentId: event.data.documentId } }
        : state;
    case 'process.duplicate':
    case 'task.claimed':
    case 'task.released':
    case 'task.reassigned':
    case 'act.missed':
    case 'dossier.examined':
    case 'reminder.sent':
    case 'effect.stopped':
    case 'effect.resumed':
      return state;
  }
}

export function project(events: readonly RecordedEvent[]): DossierState {
  return events.reduce(applyEvent, emptyState);
}

export function isPaused(state: DossierState): boolean {
  return state.pauses.some((pause) => pause.to === null);
}

/** Officials who did any of these elements in this dossier: barred by four-eyes (NĐ 30/2020: thụ lý ≠ ký duyệt). */
export function doersOf(state: DossierState, elements: readonly string[]): readonly string[] {
  const ids = elements.flatMap((element) =>
    (state.doers[element] ?? []).flatMap((doer) => (doer.kind === 'official' && doer.id ? [doer.id] : [])),
  );
  return [...new Set(ids)];
}

/** A commune that was asked has the dossier as long as its task is open. */
function withoutTask(state: DossierState, taskId: string): DossierState {
  const ended = state.openTasks.find((task) => task.taskId === taskId);
  return {
    ...state,
    openTasks: state.openTasks.filter((task) => task.taskId !== taskId),
    consultedUnitIds: state.consultedUnitIds.filter((id) => id !== ended?.unitId),
  };
}

/** Objects are merged key by key; anything else, lists included, is replaced. */
function merge(base: DossierState['data'], changes: DossierState['data']): DossierState['data'] {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    const before = merged[key];
    merged[key] = isRecord(before) && isRecord(value) ? merge(before, value) : value;
  }
  return merged;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
