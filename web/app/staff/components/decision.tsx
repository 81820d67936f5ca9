/** The official's own part: the task's form, then what can be decided; each way tells what it will do before it is taken. */
import { useCallback, useEffect, useRef } from 'react';
import { Form, useFetcher } from 'react-router';
import type { TaskAction } from '../../../../engine/runtime/package/schema.ts';
import { FormFields } from '../../../../forms/render/index.ts';
import { CsrfInput } from '../../components/csrf-input.tsx';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { documentHref } from '../inbox-query.ts';
import type { TaskAnswer } from '../server/task-act.server.ts';
import type { TaskProps } from './task-work.tsx';

/** Pause after the last key before a draft is saved. */
const QUIET_MS = 1500;

/** Effects whose reasons are printed on a slip for the applicant. */
const READ_BY_APPLICANT: readonly string[] = ['requestSupplement', 'proposeRefusal', 'refuse'];

/** Inside the folded part, so that a link to it unfolds it. */
export const choiceId = (actionId: string): string => `cach-${actionId}`;

export function Decision({ page, answer }: TaskProps) {
  const t = useT(staff);
  const locale = useLocale();
  const { form, task } = page;
  const autosave = useAutosave();
  const files = form ? hasFiles(form.pages) : false;
  return (
    <Form
      method="post"
      className="sf-decision"
      id="quyet-dinh"
      noValidate
      ref={autosave.ref}
      onChange={autosave.changed}
      encType={files ? 'multipart/form-data' : undefined}
    >
      <CsrfInput />
      <input type="hidden" name="actKey" value={page.actKey} />
      {form ? (
        <section className="sf-part" aria-labelledby="phan-cua-ong-ba">
          <h2 className="sf-part__title" id="phan-cua-ong-ba">
            {t('yourPart')}
          </h2>
          {form.pages.map((one) => (
            <FormFields
              key={one.key}
              nodes={one.nodes}
              data={answer?.data ?? page.data}
              errors={answer?.errors ?? []}
              locale={locale}
              ctx={{ places: page.places ?? undefined, fileHref: (ref) => documentHref(ref.id) }}
            />
          ))}
          <p className="sf-draft">
            <button type="submit" className="sf-linklike" name="intent" value="draft">
              {t('saveDraft')}
            </button>
            <span role="status" className="mc-hint">
              {autosave.words ?? (answer?.savedAt ? t('saved', { time: answer.savedAt }) : null)}
            </span>
          </p>
        </section>
      ) : null}
      <section className="sf-part sf-part--decide" aria-labelledby="quyet-dinh-tieu-de">
        <h2 className="sf-part__title" id="quyet-dinh-tieu-de" tabIndex={-1}>
          {t('decide')}
        </h2>
        {task.actions.length > 1 ? <p className="mc-hint">{t('decideHint')}</p> : null}
        {task.actions.map((action, index) => (
          <Choice
            key={action.id}
            action={action}
            answer={answer}
            open={answer?.action ? answer.action === action.id : index === 0}
          />
        ))}
      </section>
    </Form>
  );
}

function Choice({
  action,
  answer,
  open,
}: {
  action: TaskAction;
  answer: TaskAnswer | undefined;
  open: boolean;
}) {
  const t = useT(staff);
  const locale = useLocale();
  const label = pick(action.label, locale);
  const own = answer?.action === action.id ? answer : undefined;
  const wrong = own?.errors?.find((error) => error.path === `reason.${action.id}`);
  return (
    <details className={`sf-choice sf-choice--${action.tone}`} name="quyet-dinh" open={open}>
      <summary className="sf-choice__name">{label}</summary>
      <div className="sf-choice__body" id={choiceId(action.id)}>
        {action.consequence ? (
          <p className="sf-choice__consequence" id={`se-xay-ra-${action.id}`}>
            <strong>{t('willHappen', { action: label })}:</strong> {pick(action.consequence, locale)}
          </p>
        ) : null}
        {action.reason === 'none' ? null : (
          <fieldset
            className={wrong ? 'mc-field mc-field--error' : 'mc-field'}
            id={`f-reason-${action.id}`}
            tabIndex={-1}
          >
            <legend className="mc-label">
              {t('reasons')}
              {action.reason === 'optional' ? <Optional /> : null}
            </legend>
            <p className="mc-hint">
              {t('reasonsHint')}{' '}
              {action.effects.some((effect) => READ_BY_APPLICANT.includes(effect))
                ? t('reasonsPublic')
                : null}
            </p>
            {wrong ? <p className="mc-error">{wrong.message}</p> : null}
            {action.reasons.map((reason) => (
              <label key={reason.vi} className="mc-choice">
                <input
                  className="mc-choice__box"
                  type="checkbox"
                  name={`reasons.${action.id}`}
                  value={reason.vi}
                  defaultChecked={own?.reasons?.includes(reason.vi)}
                />
                <span>{pick(reason, locale)}</span>
              </label>
            ))}
            <label className="mc-sublabel" htmlFor={`note-${action.id}`}>
              {t('ownWords')}
            </label>
            <textarea
              id={`note-${action.id}`}
              name={`note.${action.id}`}
              className="mc-input"
              rows={2}
              maxLength={2000}
              defaultValue={own?.note}
            />
          </fieldset>
        )}
        <button
          type="submit"
          className={action.tone === 'danger' ? 'sf-button sf-button--danger' : 'sf-button'}
          name="action"
          value={action.id}
          aria-describedby={action.consequence ? `se-xay-ra-${action.id}` : undefined}
        >
          {label}
        </button>
      </div>
    </details>
  );
}

function Optional() {
  const locale = useLocale();
  return <span className="mc-optional"> {locale === 'vi' ? '(không bắt buộc)' : '(optional)'}</span>;
}

const hasFiles = (
  nodes: readonly {
    readonly kind?: string;
    readonly type?: string;
    readonly nodes?: readonly unknown[];
    readonly children?: readonly unknown[];
  }[],
): boolean =>
  nodes.some((node) => node.type === 'file' || hasFiles((node.nodes ?? node.children ?? []) as typeof nodes));

/** Saves the draft silently while somebody types. */
function useAutosave() {
  const t = useT(staff);
  const fetcher = useFetcher<TaskAnswer>();
  const ref = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const changed = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!ref.current) return;
      const body = new FormData(ref.current);
      for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
      body.set('intent', 'draft');
      void fetcher.submit(body, { method: 'post' });
    }, QUIET_MS);
  }, [fetcher.submit]);
  const words =
    fetcher.state !== 'idle'
      ? t('saving')
      : fetcher.data?.savedAt
        ? t('saved', { time: fetcher.data.savedAt })
        : fetcher.data
          ? t('notSaved')
          : undefined;
  return { ref, changed, words };
}
