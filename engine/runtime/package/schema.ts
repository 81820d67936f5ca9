/**
 * The procedure package: everything an analyst publishes for one administrative procedure, in one folder
 * `procedures/<national code>/`. This file is the schema of its `procedure.json`; beside it lie
 * `process.bpmn`, `forms/<key>.json` (Form.io), `slips/<key>.html` (Mustache) and `scenarios/`.
 * Source of the terms: NĐ 118/2025, TT 03/2025/TT-VPCP, national portal record shape.
 */
import { z } from 'zod';

/** A text the user reads: Vietnamese first, English second. @public */
export const localized = z.object({ vi: z.string().min(1), en: z.string().min(1) });
export type Localized = z.infer<typeof localized>;

/** Statutory time in the units of official data. @public */
export const duration = z.object({
  qty: z.number().positive(),
  unit: z.enum(['HOUR', 'WORKING_DAY', 'DAY']).describe('HOUR = working hours, DAY = calendar days'),
});
export type Duration = z.infer<typeof duration>;

/** @public */
export const channel = z.enum(['ONLINE', 'DIRECT', 'POSTAL']);
export type Channel = z.infer<typeof channel>;

/**
 * What an act does to the dossier beyond completing its task. Each name is one file in
 * engine/runtime/effects; all of an act's effects happen in the act's own transaction.
 * @public
 */
export const effectName = z.enum([
  'accept', // tiếp nhận: issue the code, start the clock, slips 01 and 06, hand over
  'requestSupplement', // yêu cầu bổ sung: slip 02, stop the clock
  'supplement', // công dân bổ sung: take the new data and files, restart the clock
  'proposeRefusal', // trình từ chối: keep the reasons for the director
  'refuse', // từ chối tiếp nhận/giải quyết: slip 03, terminal
  'requestVerification', // đề nghị xác minh: choose the consulted unit
  'verify', // kết quả xác minh of the consulted unit
  'examine', // thẩm tra: remember who examined (four-eyes)
  'confirmDraft', // công dân xác nhận bản nháp
  'disputeDraft', // công dân báo sai
  'sign', // ký số cá nhân: sign the result PDF with the actor's certificate
  'seal', // cấp số, ngày và ký số cơ quan
  'returnResult', // trả kết quả, closes the dossier
]);
export type EffectName = z.infer<typeof effectName>;

/** @public */
export const taskAction = z.object({
  id: z
    .string()
    .regex(/^[a-z][A-Za-z]*$/)
    .describe('becomes the process variable `action` of the completed task'),
  label: localized.describe('verb on the button'),
  tone: z.enum(['primary', 'neutral', 'danger']).default('neutral'),
  reason: z
    .enum(['none', 'optional', 'required'])
    .default('none')
    .describe('own words and/or reasons from the list'),
  reasons: z.array(localized).default([]).describe('reasons to choose from'),
  effects: z.array(effectName).default([]),
  consequence: localized
    .optional()
    .describe('one sentence shown before acting: what will happen, who gets it, which slip'),
  skipValidation: z
    .boolean()
    .default(false)
    .describe('true: the task form need not be complete (sending back, refusing)'),
});
export type TaskAction = z.infer<typeof taskAction>;

/** One user task of process.bpmn, keyed by its element id. @public */
export const taskDefinition = z.object({
  name: localized,
  ask: localized.describe('what is asked of the person, one sentence, shown on top'),
  form: z.string().optional().describe('key of forms/<key>.json'),
  limit: duration.optional().describe("the step's own time budget; due date of the task"),
  sameAssigneeAs: z
    .string()
    .optional()
    .describe('element id: give the task to whoever did that task last (may be itself)'),
  notSamePersonAs: z
    .array(z.string())
    .default([])
    .describe('four-eyes: element ids whose doer may not act here'),
  actions: z.array(taskAction).min(1),
});
export type TaskDefinition = z.infer<typeof taskDefinition>;

/** @public */
export const component = z.object({
  code: z.string().describe('national component code, e.g. 000.00.00.G15-KQ004389'),
  key: z.string().describe('key of the file field in the application form that carries it'),
  name: localized,
  kind: z.enum(['submit', 'present']).describe('giấy tờ phải nộp / phải xuất trình'),
  required: z.boolean(),
  condition: localized.optional().describe('when it is needed, in words'),
  originalQty: z.number().int().nonnegative(),
  copyQty: z.number().int().nonnegative(),
  replacedBy: z.string().optional().describe('code of the data that makes the paper unnecessary'),
});

export const procedurePackage = z.object({
  code: z.string().regex(/^\d\.\d{6}$/),
  version: z.number().int().positive(),
  effectiveFrom: z.iso.date(),
  decision: localized.describe('quyết định công bố or source record'),
  name: localized,
  summary: localized,
  field: z.object({ code: z.string(), name: localized }),
  agency: localized.describe('cơ quan thực hiện'),
  subjects: z.array(localized).describe('đối tượng thực hiện'),
  results: z.array(z.object({ key: z.string(), name: localized, code: z.string().optional() })),
  channels: z.array(z.object({ method: channel, note: localized.optional() })).min(1),
  cases: z
    .array(
      z.object({
        code: z.string().describe('e.g. 1.001193.01'),
        name: localized,
        duration,
        cutOff: z
          .string()
          .regex(/^\d\d:\d\d$/)
          .optional()
          .describe('received from this time on → counted from the next working day'),
      }),
    )
    .min(1),
  components: z.array(component),
  fees: z.array(
    z.object({
      code: z.string(),
      name: localized,
      amount: z.number().nonnegative().nullable().describe('VND; null: set by the provincial council'),
      note: localized.optional(),
    }),
  ),
  legalBasis: z.array(z.object({ code: z.string(), name: z.string() })),
  steps: z.array(localized).describe('trình tự thực hiện in plain words, for the procedure page'),
  applicationForm: z.string().describe('key of the citizen form'),
  applicant: z
    .object({
      name: z.string(),
      phone: z.string().optional(),
      email: z.string().optional(),
      idNumber: z.string().optional(),
      address: z.string().optional(),
      subject: z.string().optional().describe('whom the dossier is about, e.g. the child'),
    })
    .describe('data paths in the application form'),
  roles: z
    .record(
      z.string(),
      z.object({ name: localized, unit: z.enum(['reception', 'competent', 'consulted', 'applicant']) }),
    )
    .describe('role (candidateGroups in the BPMN) → whose officials hold it for a given dossier'),
  tasks: z.record(z.string(), taskDefinition),
  milestones: z
    .array(
      z.object({
        element: z.string(),
        label: localized,
        channels: z
          .array(z.enum(['ONLINE', 'DIRECT', 'POSTAL']))
          .optional()
          .describe('only dossiers that came in this way go through it; all unless given'),
      }),
    )
    .describe(
      'public steps of the tracking page, in order; element = BPMN element id whose activation reaches it',
    ),
  withdrawUntil: z
    .string()
    .describe('element id of the task after whose completion the applicant may no longer withdraw'),
  slips: z
    .array(z.object({ key: z.string(), on: effectName }))
    .describe('slip set entries produced by effects, e.g. 01 on accept'),
});
export type ProcedurePackage = z.infer<typeof procedurePackage>;
