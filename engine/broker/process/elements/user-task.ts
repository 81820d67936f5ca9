/** User tasks as jobs of type `io.camunda.zeebe:userTask` (zeebe.md 3.16). */
import { latestForm } from '../../deploy/forms.ts';
import type { ListSource, UserTaskSpec, ValueSource } from '../../deploy/graph.ts';
import { toJson } from '../../feel/index.ts';
import type { ElementInstance, Failure } from '../../state/model.ts';
import { parseDateTime } from '../../timers/date-time.ts';
import type { Behaviour } from '../behaviour.ts';
import { type Engine, scopeOf } from '../engine.ts';
import {
  evaluateSource,
  evaluateString,
  evaluateStringList,
  failed,
  type Result,
  type Scope,
  success,
  wrongType,
} from '../evaluate.ts';
import { activateJobWork, completeActivity, headersJson, type JobProperties } from '../job-work.ts';
import { applyInput } from '../mappings.ts';
import { open, prepare } from '../subscriptions.ts';
import { activated } from '../transitions.ts';

const TYPE = 'io.camunda.zeebe:userTask';
type Header = readonly [string, string];

export const userTask: Behaviour<'userTask'> = {
  activate(engine, element, node) {
    const evaluate = (): Result<JobProperties> =>
      evaluateUserTask(engine, node.userTask, scopeOf(engine, element));
    return node.userTask.native
      ? activateNative(engine, element, evaluate)
      : activateJobWork(engine, element, evaluate);
  },
  complete: (engine, element, _node, variables) => completeActivity(engine, element, variables),
};

/** Without a job: boundary events, modifications and cancellation end it. */
function activateNative(
  engine: Engine,
  element: ElementInstance,
  evaluate: () => Result<JobProperties>,
): Failure | undefined {
  const failure = applyInput(engine, element);
  if (failure) return failure;
  const properties = evaluate();
  if (!properties.ok) return properties.failure;
  const boundary = prepare(engine, element, element.node.boundary);
  if (!boundary.ok) return boundary.failure;
  open(engine, element, boundary.value);
  activated(engine, element);
  return undefined;
}

/** What a header's source evaluates to; undefined leaves the header out. */
type Evaluated = Result<string | undefined>;

function evaluateUserTask(engine: Engine, spec: UserTaskSpec, scope: Scope): Result<JobProperties> {
  const headers: Header[] = [...spec.headers];
  const sources: readonly (readonly [string, () => Evaluated])[] = [
    ['assignee', () => assignee(spec.assignee, scope)],
    ['candidateGroups', () => list(spec.candidateGroups, scope)],
    ['candidateUsers', () => list(spec.candidateUsers, scope)],
    ['dueDate', () => date(spec.dueDate, scope)],
    ['followUpDate', () => date(spec.followUpDate, scope)],
    ['formKey', () => form(engine, spec, scope)],
    ['externalReference', () => reference(spec.externalReference, scope)],
  ];
  for (const [name, source] of sources) {
    const value = source();
    if (!value.ok) return value;
    if (value.value !== undefined) headers.push([`io.camunda.zeebe:${name}`, value.value]);
  }
  return success({ type: TYPE, retries: 1, headers: headersJson(headers) });
}

function assignee(source: ValueSource | undefined, scope: Scope): Evaluated {
  if (!source) return success(undefined);
  const value = source.feel ? evaluateString(source, scope) : success(source.text);
  return value.ok ? success(value.value || undefined) : value;
}

const reference = (source: ValueSource | undefined, scope: Scope): Evaluated =>
  source ? evaluateString(source, scope) : success(undefined);

/** `["a","b"]`; quotes inside items stand as they are, as Zeebe writes them. */
function list(source: ListSource | undefined, scope: Scope): Evaluated {
  if (!source) return success(undefined);
  const items = source.feel ? evaluateStringList(source.feel, scope) : success(source.items);
  if (!items.ok) return items;
  return success(`[${items.value.map((item) => `"${item}"`).join(',')}]`);
}

function date(source: ValueSource | undefined, scope: Scope): Evaluated {
  if (!source) return success(undefined);
  const result = evaluateSource(source, scope);
  if (!result.ok) return result;
  const { type, value } = result.value;
  if (type === 'NULL') return success(undefined);
  if (type !== 'STRING' && type !== 'DATE_TIME')
    return wrongType(result.value, ['DATE_TIME', 'NULL', 'STRING']);
  const text = source.feel ? (JSON.parse(toJson(value) ?? '""') as string) : source.text;
  if (text === '') return success(undefined);
  if (parseDateTime(text) === undefined) {
    return failed(`Invalid date-time format '${text}' for expression '${result.value.source}'.`);
  }
  return success(text);
}

/** The key of the latest version of a linked form. */
function form(engine: Engine, spec: UserTaskSpec, scope: Scope): Evaluated {
  const { formId } = spec;
  if (!formId) return success(spec.formKey);
  const id = formId.feel ? evaluateString(formId, scope) : success(formId.text);
  if (!id.ok) return id;
  const latest = latestForm(engine.state, id.value);
  if (latest) return success(String(latest.key));
  return failed(
    `Expected to find a form with id '${id.value}', but no form with this id is found, at least a form with this id should be available. To resolve the Incident please deploy a form with the same id`,
    'FORM_NOT_FOUND',
  );
}
