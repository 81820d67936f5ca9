/** What stands around every control: label or legend, hint, error. */
import type { ReactNode } from 'react';
import type { Field, Locale } from '../types.ts';
import { describedBy, errorAt, fieldId, type RenderContext } from './context.ts';
import { word } from './words.ts';

export interface ControlProps {
  readonly field: Field;
  readonly path: string;
  readonly ctx: RenderContext;
}

export function Optional({ field, locale }: { field: Field; locale: Locale }) {
  return field.rules.required || field.readOnly ? null : (
    <span className="mc-optional"> {word(locale, 'optional')}</span>
  );
}

export function ErrorText({ id, locale, children }: { id: string; locale: Locale; children: string }) {
  return (
    <p className="mc-error" id={id}>
      <span className="mc-hidden">{word(locale, 'error')} </span>
      {children}
    </p>
  );
}

/** Accessible attributes of a single control: id, name, description, validity. */
export function controlAttributes({ field, path, ctx }: ControlProps, moreHint = false) {
  const id = fieldId(path);
  const error = errorAt(ctx, path);
  return {
    id,
    name: path,
    'aria-describedby': describedBy(
      field.hint !== undefined && `${id}-hint`,
      moreHint && `${id}-more`,
      error !== undefined && `${id}-error`,
    ),
    'aria-invalid': error === undefined ? undefined : true,
  };
}

/** One control under its label. `more`: a second hint that comes from the type. */
export function Labelled({
  field,
  path,
  ctx,
  more,
  children,
}: ControlProps & { more?: string; children: ReactNode }) {
  const id = fieldId(path);
  const error = errorAt(ctx, path);
  return (
    <div className={error === undefined ? 'mc-field' : 'mc-field mc-field--error'}>
      <label className="mc-label" htmlFor={id}>
        {field.label}
        <Optional field={field} locale={ctx.locale} />
      </label>
      <Hints id={id} hint={field.hint} more={more} />
      {error === undefined ? null : (
        <ErrorText id={`${id}-error`} locale={ctx.locale}>
          {error}
        </ErrorText>
      )}
      {children}
    </div>
  );
}

/** Several controls under one legend. */
export function Grouped({
  field,
  path,
  ctx,
  more,
  children,
}: ControlProps & { more?: string; children: ReactNode }) {
  const id = fieldId(path);
  const error = errorAt(ctx, path);
  return (
    <fieldset
      className={error === undefined ? 'mc-field' : 'mc-field mc-field--error'}
      aria-describedby={describedBy(
        field.hint !== undefined && `${id}-hint`,
        more !== undefined && `${id}-more`,
        error !== undefined && `${id}-error`,
      )}
      aria-invalid={error === undefined ? undefined : true}
    >
      <legend className="mc-label">
        {field.label}
        <Optional field={field} locale={ctx.locale} />
      </legend>
      <Hints id={id} hint={field.hint} more={more} />
      {error === undefined ? null : (
        <ErrorText id={`${id}-error`} locale={ctx.locale}>
          {error}
        </ErrorText>
      )}
      {children}
    </fieldset>
  );
}

function Hints({ id, hint, more }: { id: string; hint: string | undefined; more: string | undefined }) {
  return (
    <>
      {hint === undefined ? null : (
        <p className="mc-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {more === undefined ? null : (
        <p className="mc-hint" id={`${id}-more`}>
          {more}
        </p>
      )}
    </>
  );
}
