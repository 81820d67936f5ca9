/** The history of a dossier in words, Vietnamese and English; what the applicant may read is marked public. */
import type { TimelineEntry } from '../api.ts';
import type { Localized, ProcedurePackage } from '../package/schema.ts';
import { formatInstant } from '../store/local-time.ts';
import type { EventBody, Reasons, RecordedEvent } from './types.ts';

interface Line {
  readonly title: Localized;
  readonly detail?: Localized | null;
  readonly public: boolean;
}
const text = (vi: string, en: string): Localized => ({ vi, en });
const same = (value: string | null): Localized | null => (value ? { vi: value, en: value } : null);

export interface TimelineNames {
  readonly package: ProcedurePackage;
  readonly unitName: (id: string) => Localized;
}

export function timeline(events: readonly RecordedEvent[], names: TimelineNames): TimelineEntry[] {
  return events.flatMap((event) => {
    const line = describe(event, names);
    if (!line) return [];
    return [
      {
        seq: event.seq,
        type: event.type,
        actorKind: event.actor.kind,
        at: new Date(event.at),
        title: line.title,
        detail: line.detail ?? null,
        who: event.actor.name,
        public: line.public,
      },
    ];
  });
}

/** Reasons are stored in Vietnamese; the package gives their English. */
export function reasonsText(pkg: ProcedurePackage, { reasons, note }: Reasons): Localized | null {
  if (reasons.length === 0 && !note) return null;
  const all = Object.values(pkg.tasks).flatMap((task) => task.actions.flatMap((action) => action.reasons));
  const english = (vi: string) => all.find((reason) => reason.vi === vi)?.en ?? vi;
  const tail = note ? [note] : [];
  return { vi: [...reasons, ...tail].join('; '), en: [...reasons.map(english), ...tail].join('; ') };
}

function describe(event: EventBody, { package: pkg, unitName }: TimelineNames): Line | null {
  const taskName = (elementId: string): Localized => pkg.tasks[elementId]?.name ?? text(elementId, elementId);
  const actionLabel = (elementId: string, id: string): Localized =>
    pkg.tasks[elementId]?.actions.find((a) => a.id === id)?.label ?? text(id, id);
  switch (event.type) {
    case 'dossier.submitted': {
      const unit = unitName(event.data.receptionUnitId);
      return { title: text('Hồ sơ đã nộp', 'Dossier submitted'), detail: unit, public: true };
    }
    case 'task.opened': {
      const name = taskName(event.data.elementId);
      const role = pkg.roles[event.data.role];
      const forApplicant = event.data.role === 'applicant' || role?.unit === 'applicant';
      return {
        title: text(`Bắt đầu bước: ${name.vi}`, `Step begun: ${name.en}`),
        detail:
          forApplicant || !role
            ? null
            : text(
                `${role.name.vi}, ${unitName(event.data.unitId).vi}`,
                `${role.name.en}, ${unitName(event.data.unitId).en}`,
              ),
        public: true,
      };
    }
    case 'task.claimed':
      return {
        title: text(
          `Nhận việc: ${taskName(event.data.elementId).vi}`,
          `Task taken: ${taskName(event.data.elementId).en}`,
        ),
        public: false,
      };
    case 'task.released':
      return {
        title: text(
          `Trả việc về hàng chờ: ${taskName(event.data.elementId).vi}`,
          `Task given back: ${taskName(event.data.elementId).en}`,
        ),
        public: false,
      };
    case 'task.reassigned':
      return {
        title: text(`Phân công lại cho ${event.data.toName}`, `Reassigned to ${event.data.toName}`),
        detail: same(event.data.reason),
        public: false,
      };
    case 'task.done': {
      const name = taskName(event.data.elementId);
      const label = actionLabel(event.data.elementId, event.data.action);
      return {
        title: text(`${name.vi}: ${label.vi}`, `${name.en}: ${label.en}`),
        detail: reasonsText(pkg, event.data),
        public: false,
      };
    }
    case 'task.gone': {
      if (event.data.cause === 'withdrawn') return null;
      const name = taskName(event.data.elementId);
      return event.data.role === 'applicant'
        ? {
            title: text(`Hết thời hạn: ${name.vi}`, `Time is over: ${name.en}`),
            detail: text('Hồ sơ đi tiếp theo quy định.', 'The dossier goes on as the rules say.'),
            public: true,
          }
        : {
            title: text(
              `Công việc đã kết thúc theo quy trình: ${name.vi}`,
              `Task ended by the process: ${name.en}`,
            ),
            public: false,
          };
    }
    case 'act.missed': {
      const name = taskName(event.data.elementId);
      return {
        title: text(
          `Thao tác đến sau khi bước đã kết thúc: ${name.vi}`,
          `The act came after the step had ended: ${name.en}`,
        ),
        detail: actionLabel(event.data.elementId, event.data.action),
        public: false,
      };
    }
    case 'dossier.accepted': {
      const due = formatInstant(new Date(event.data.due.due));
      return {
        title: text(`Hồ sơ được tiếp nhận, mã ${event.data.code}`, `Accepted, code ${event.data.code}`),
        detail: text(`Hẹn trả: ${due}`, `Due: ${due}`),
        public: true,
      };
    }
    case 'supplement.requested':
      return {
        title: text('Yêu cầu bổ sung hồ sơ', 'Supplement requested'),
        detail: reasonsText(pkg, event.data),
        public: true,
      };
    case 'supplement.given': {
      const due = event.data.due ? formatInstant(new Date(event.data.due.due)) : null;
      return {
        title: text('Người nộp đã bổ sung hồ sơ', 'The applicant supplemented the dossier'),
        detail: due ? text(`Hẹn trả mới: ${due}`, `New due date: ${due}`) : null,
        public: true,
      };
    }
    case 'refusal.proposed':
      return {
        title: text('Trình từ chối hồ sơ', 'Refusal proposed'),
        detail: reasonsText(pkg, event.data),
        public: false,
      };
    case 'dossier.refused':
      return {
        title: text('Từ chối tiếp nhận, giải quyết hồ sơ', 'Dossier refused'),
        detail: reasonsText(pkg, event.data),
        public: true,
      };
    case 'verification.requested':
      return {
        title: text(
          `Đề nghị xác minh: ${unitName(event.data.unitId).vi}`,
          `Verification asked of ${unitName(event.data.unitId).en}`,
        ),
        detail: reasonsText(pkg, event.data),
        public: true,
      };
    case 'verification.given':
      return {
        title: text('Đã có kết quả xác minh', 'Verification answered'),
        detail: reasonsText(pkg, event.data),
        public: true,
      };
    case 'dossier.examined':
      return { title: text('Đã thẩm tra hồ sơ', 'Dossier examined'), public: true };
    case 'draft.confirmed':
      return {
        title: text('Người nộp xác nhận bản nháp', 'The applicant confirmed the draft'),
        public: true,
      };
    case 'draft.disputed':
      return {
        title: text('Người nộp báo bản nháp có chỗ sai', 'The applicant reported a mistake in the draft'),
        detail: reasonsText(pkg, event.data),
        public: true,
      };
    case 'result.signed':
      return {
        title: text('Lãnh đạo đã ký kết quả', 'The leader signed the result'),
        detail: event.data.officialTitle,
        public: true,
      };
    case 'result.sealed':
      return {
        title: text(`Đã cấp số ${event.data.number} và đóng dấu`, `Numbered ${event.data.number} and sealed`),
        public: true,
      };
    case 'result.returned':
      return { title: text('Đã trả kết quả', 'Result returned'), public: true };
    case 'dossier.withdrawn':
      return {
        title: text('Người nộp rút hồ sơ', 'Withdrawn by the applicant'),
        detail: same(event.data.reason),
        public: true,
      };
    case 'document.created':
      return {
        title: text(`Đã lập: ${event.data.title.vi}`, `Made: ${event.data.title.en}`),
        public: event.data.public,
      };
    case 'connector.succeeded': {
      const milestone = pkg.milestones.find((m) => m.element === event.data.elementId);
      return milestone
        ? { title: text(`Xong: ${milestone.label.vi}`, `Done: ${milestone.label.en}`), public: true }
        : {
            title: text(`Kết nối xong: ${event.data.connector}`, `Connector done: ${event.data.connector}`),
            public: false,
          };
    }
    case 'reminder.sent': {
      const role = pkg.roles[event.data.role]?.name ?? text(event.data.role, event.data.role);
      return { title: text(`Đã nhắc ${role.vi}`, `Reminded: ${role.en}`), public: false };
    }
    case 'effect.stopped':
      return {
        title: text(
          'Một bước tự động bị dừng, cần quản trị viên',
          'An automatic step stopped, an operator is needed',
        ),
        detail: same(event.data.kind),
        public: false,
      };
    case 'effect.resumed':
      return {
        title: text('Bước tự động được chạy lại', 'The automatic step was retried'),
        detail: same(event.data.kind),
        public: false,
      };
    case 'process.duplicate':
      return {
        title: text('Đã hủy một bản chạy trùng của quy trình', 'A second run of the process was cancelled'),
        public: false,
      };
    case 'process.started':
    case 'element.reached':
      return null;
  }
}
