/** Checks a procedure.json against its process, forms and slips; all problems at once. */

import type { ProcessModel } from './bpmn.ts';
import type { PackageProblem } from './problems.ts';
import type { ProcedurePackage } from './schema.ts';

export interface CheckInput {
  readonly package: ProcedurePackage;
  readonly model: ProcessModel;
  readonly formKeys: ReadonlySet<string>;
  readonly slipKeys: ReadonlySet<string>;
  /** Statutory slips that exist in the slip sets, e.g. 01, 02. */
  readonly statutorySlips: ReadonlySet<string>;
  /** Mail templates of connectors/notification. */
  readonly mailKinds: ReadonlySet<string>;
  /** What is wrong with a connector task's headers; undefined when no connector has this job type. */
  readonly checkConnector: (
    jobType: string,
    headers: Readonly<Record<string, string>>,
  ) => readonly string[] | undefined;
}

export const deadlineJob = 'motcua.runtime.deadline';
export const renderJob = 'motcua.document.render';
export const notifyJob = 'motcua.notify';
const jobElements = /^(userTask|serviceTask|sendTask|scriptTask|businessRuleTask|startEvent|endEvent)$/;

/** `giayKhaiSinh` → `giay-khai-sinh`: how the template file of a result is named. */
export function templateName(resultKey: string): string {
  return resultKey.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export function checkPackage(input: CheckInput): PackageProblem[] {
  return [...checkProcess(input), ...checkTasks(input), ...checkReferences(input), ...checkJobs(input)];
}

function problem(element: string, vi: string, en: string, fixVi: string, fixEn: string): PackageProblem {
  return { element, reason: { vi, en }, fix: { vi: fixVi, en: fixEn } };
}

function* checkProcess({ model }: CheckInput): Generator<PackageProblem> {
  const wanted = `${model.processId}.submitted`;
  if (model.startMessage !== wanted)
    yield problem(
      `process.bpmn#${model.startElementId ?? model.processId}`,
      `sự kiện bắt đầu phải nhận thông điệp “${wanted}”`,
      `the start event must catch the message “${wanted}”`,
      `đặt tên thông điệp của sự kiện bắt đầu là “${wanted}”`,
      `name the start event's message “${wanted}”`,
    );
  const withdrawn = `${model.processId}.withdrawn`;
  if (!model.interruptingMessages.includes(withdrawn))
    yield problem(
      `process.bpmn#${model.processId}`,
      'không có tiến trình con sự kiện cho việc rút hồ sơ',
      'there is no event sub-process for withdrawal',
      `thêm tiến trình con sự kiện (ngắt) bắt đầu bằng thông điệp “${withdrawn}”, khóa tương quan =dossierId`,
      `add an interrupting event sub-process started by message “${withdrawn}”, correlation key =dossierId`,
    );
  for (const element of Object.values(model.elements))
    if (element.kind === 'nativeUserTask')
      yield problem(
        `process.bpmn#${element.id}`,
        'công việc dùng kiểu zeebe:userTask',
        'the task uses zeebe:userTask',
        'bỏ zeebe:userTask (kiểu job worker)',
        'remove zeebe:userTask (job worker style)',
      );
}

function* checkTasks({ package: pkg, model, formKeys }: CheckInput): Generator<PackageProblem> {
  const userTasks = Object.values(model.elements).filter((element) => element.kind === 'userTask');
  for (const element of userTasks) {
    const at = `process.bpmn#${element.id}`;
    if (!pkg.tasks[element.id])
      yield problem(
        at,
        'công việc không có trong procedure.json › tasks',
        'the task is not in procedure.json › tasks',
        `thêm tasks.${element.id} hoặc sửa mã phần tử`,
        `add tasks.${element.id} or correct the element id`,
      );
    const role = element.candidateGroups;
    if (!role)
      yield problem(
        at,
        'chưa gán vai trò',
        'no role is assigned',
        'đặt candidateGroups là một vai trò trong procedure.json › roles',
        'set candidateGroups to a role of procedure.json › roles',
      );
    else if (!pkg.roles[role])
      yield problem(
        at,
        `vai trò “${role}” không có trong procedure.json › roles`,
        `role “${role}” is not in procedure.json › roles`,
        `khai báo roles.${role} hoặc sửa candidateGroups`,
        `declare roles.${role} or correct candidateGroups`,
      );
  }
  const known = new Set(userTasks.map((element) => element.id));
  for (const [id, task] of Object.entries(pkg.tasks)) {
    const at = `procedure.json#tasks.${id}`;
    if (!known.has(id))
      yield problem(
        at,
        'không có công việc này trong process.bpmn',
        'process.bpmn has no such user task',
        'xóa mục này hoặc vẽ công việc có mã đó',
        'remove the entry or draw a user task with this id',
      );
    if (task.form && !formKeys.has(task.form))
      yield problem(
        `${at}.form`,
        `không có tệp forms/${task.form}.json`,
        `there is no forms/${task.form}.json`,
        'tạo biểu mẫu hoặc sửa tên',
        'make the form or correct its key',
      );
    for (const other of [...(task.sameAssigneeAs ? [task.sameAssigneeAs] : []), ...task.notSamePersonAs])
      if (!known.has(other))
        yield problem(
          at,
          `nhắc đến công việc “${other}” không có`,
          `refers to the unknown task “${other}”`,
          'dùng mã của một công việc trong process.bpmn',
          'use the id of a user task of process.bpmn',
        );
    const ids = task.actions.map((action) => action.id);
    for (const twice of new Set(ids.filter((action, i) => ids.indexOf(action) !== i)))
      yield problem(
        `${at}.actions`,
        `hành động “${twice}” khai báo hai lần`,
        `action “${twice}” is declared twice`,
        'mỗi hành động một mã',
        'give each action its own id',
      );
  }
}

function* checkReferences({
  package: pkg,
  model,
  formKeys,
  slipKeys,
  statutorySlips,
}: CheckInput): Generator<PackageProblem> {
  if (!formKeys.has(pkg.applicationForm))
    yield problem(
      'procedure.json#applicationForm',
      `không có tệp forms/${pkg.applicationForm}.json`,
      `there is no forms/${pkg.applicationForm}.json`,
      'tạo biểu mẫu hoặc sửa tên',
      'make the form or correct its key',
    );
  for (const [i, milestone] of pkg.milestones.entries()) {
    const element = model.elements[milestone.element];
    if (!element || !jobElements.test(element.kind))
      yield problem(
        `procedure.json#milestones.${i}`,
        `“${milestone.element}” không phải công việc, sự kiện bắt đầu hay kết thúc của process.bpmn`,
        `“${milestone.element}” is no task, start or end event of process.bpmn`,
        'dùng mã của một công việc',
        'use the id of a task',
      );
  }
  if (!pkg.tasks[pkg.withdrawUntil])
    yield problem(
      'procedure.json#withdrawUntil',
      `không có công việc “${pkg.withdrawUntil}”`,
      `there is no task “${pkg.withdrawUntil}”`,
      'dùng mã của công việc ký',
      'use the id of the signing task',
    );
  for (const slip of pkg.slips)
    if (!slipKeys.has(slip.key) && !statutorySlips.has(slip.key))
      yield problem(
        `procedure.json#slips.${slip.key}`,
        `không có mẫu slips/${slip.key}.html và không có trong bộ mẫu phiếu`,
        `there is no slips/${slip.key}.html and the slip sets have none`,
        'thêm mẫu phiếu hoặc sửa số mẫu',
        'add the template or correct its key',
      );
  const signs = Object.values(pkg.tasks).some((task) =>
    task.actions.some((action) => action.effects.includes('sign')),
  );
  for (const result of pkg.results)
    if (signs && !slipKeys.has(templateName(result.key)))
      yield problem(
        `procedure.json#results.${result.key}`,
        `không có mẫu kết quả slips/${templateName(result.key)}.html`,
        `there is no result template slips/${templateName(result.key)}.html`,
        'thêm mẫu kết quả',
        'add the template',
      );
}

function* checkJobs({
  package: pkg,
  model,
  slipKeys,
  statutorySlips,
  mailKinds,
  checkConnector,
}: CheckInput): Generator<PackageProblem> {
  for (const element of Object.values(model.elements)) {
    if (element.jobType === null) continue;
    const at = `process.bpmn#${element.id}`;
    const { headers } = element;
    if (element.jobType === deadlineJob) {
      if (
        !(Number(headers.qty) > 0) ||
        !['HOUR', 'WORKING_DAY', 'DAY'].includes(headers.unit ?? '') ||
        !headers.result
      )
        yield problem(
          at,
          'thiếu hoặc sai tiêu đề qty, unit, result',
          'headers qty, unit, result are missing or wrong',
          'đặt qty > 0; unit là HOUR, WORKING_DAY hoặc DAY; result là tên biến',
          'set qty > 0; unit HOUR, WORKING_DAY or DAY; result = variable name',
        );
    } else if (element.jobType === renderJob) {
      const template = headers.template ?? '';
      if (!slipKeys.has(template) && !statutorySlips.has(template))
        yield problem(
          at,
          `không có mẫu “${template}”`,
          `there is no template “${template}”`,
          'đặt tiêu đề template là tên một mẫu trong slips/',
          'set header template to a file of slips/',
        );
    } else if (element.jobType === notifyJob) {
      const to = headers.to ?? 'applicant';
      if (to !== 'applicant') {
        if (!pkg.roles[to])
          yield problem(
            at,
            `vai trò “${to}” không có trong procedure.json › roles`,
            `role “${to}” is not in procedure.json › roles`,
            'sửa tiêu đề to',
            'correct header to',
          );
      } else if (!mailKinds.has(headers.template ?? ''))
        yield problem(
          at,
          `không có mẫu thư “${headers.template ?? ''}”`,
          `there is no mail “${headers.template ?? ''}”`,
          `chọn một trong ${[...mailKinds].join(', ')}`,
          `choose one of ${[...mailKinds].join(', ')}`,
        );
    } else {
      const wrong = checkConnector(element.jobType, headers);
      if (wrong === undefined)
        yield problem(
          at,
          `không có kết nối nào nhận loại việc “${element.jobType}”`,
          `no connector serves job type “${element.jobType}”`,
          'chọn một kết nối có sẵn',
          'choose an existing connector',
        );
      for (const text of wrong ?? [])
        yield problem(
          at,
          `liên kết dữ liệu sai: ${text}`,
          text,
          'sửa tiêu đề của công việc',
          "correct the task's headers",
        );
    }
  }
}
