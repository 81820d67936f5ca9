/** The applicant's answer: one button, or a choice with room for what is wrong. */
import type { TaskAction } from '../../../engine/runtime/package/schema.ts';
import { tracking } from '../i18n/tracking.ts';
import { pick } from '../i18n/translate.ts';
import { useLocale, useT } from '../i18n/use-locale.ts';
import { TextArea } from './text-input.tsx';

interface AnswerChoiceProps {
  readonly actions: readonly TaskAction[];
  readonly choice: string;
  readonly note: string;
  readonly wrong: { readonly choice?: string; readonly note?: string };
}

export function AnswerChoice({ actions, choice, note, wrong }: AnswerChoiceProps) {
  const t = useT(tracking);
  const locale = useLocale();
  const only = actions.length === 1 ? actions[0] : undefined;
  const asksNote = actions.filter((action) => action.reason !== 'none');
  return (
    <>
      {only ? (
        only.consequence ? (
          <p className="mc-soft">{pick(only.consequence, locale)}</p>
        ) : null
      ) : (
        <fieldset
          className={wrong.choice ? 'mc-field mc-field--error' : 'mc-field'}
          aria-describedby={wrong.choice ? '_action-wrong' : undefined}
        >
          <legend className="mc-label">{t('chooseAnswer')}</legend>
          {wrong.choice ? (
            <p className="mc-error" id="_action-wrong">
              {wrong.choice}
            </p>
          ) : null}
          <div className="mc-choices">
            {actions.map((action, index) => (
              <div key={action.id}>
                <label className="mc-choice">
                  <input
                    className="mc-choice__box"
                    type="radio"
                    name="_action"
                    id={index === 0 ? '_action' : undefined}
                    value={action.id}
                    defaultChecked={choice === action.id}
                    data-asks-note={action.reason === 'none' ? undefined : ''}
                  />
                  <span>
                    {pick(action.label, locale)}
                    {action.consequence ? (
                      <span className="mc-choice__hint">{pick(action.consequence, locale)}</span>
                    ) : null}
                  </span>
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      )}
      {asksNote.length > 0 ? (
        <div className="mc-only-if-asked">
          <TextArea
            name="_note"
            label={t('reason')}
            hint={t('reasonHint')}
            wrong={wrong.note}
            defaultValue={note}
            maxLength={2000}
          />
        </div>
      ) : null}
      <p>
        <button type="submit" className="mc-button">
          {only ? pick(only.label, locale) : t('send')}
        </button>
      </p>
    </>
  );
}
