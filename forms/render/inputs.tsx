/** Single controls: one box, one list, one tick. */
import { dateParts, showDate } from '../dates.ts';
import { getPath } from '../paths.ts';
import type { Field } from '../types.ts';
import { errorAt, fieldId } from './context.ts';
import { type ControlProps, controlAttributes, ErrorText, Grouped, Labelled, Optional } from './frame.tsx';
import { word } from './words.ts';

/** More options than this get a type-ahead where the script is present. */
const MANY = 12;

const scalar = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value).replace('.', ',') : '';

const BOXES: Readonly<
  Partial<
    Record<
      Field['type'],
      {
        readonly type: string;
        readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'email';
        readonly autoComplete?: string;
      }
    >
  >
> = {
  textfield: { type: 'text' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email' },
  phoneNumber: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  citizenId: { type: 'text', inputMode: 'numeric' },
};

const widthClass = (field: Field): string =>
  field.width === undefined ? 'mc-input' : `mc-input mc-input--${field.width}`;

/** Texts, numbers, e-mail, telephone, personal number. */
export function TextBox(props: ControlProps) {
  const { field, path, ctx } = props;
  const box = BOXES[field.type] ?? {
    type: 'text',
    inputMode: field.rules.integer ? ('numeric' as const) : ('decimal' as const),
  };
  const more =
    field.type === 'citizenId' && field.hint === undefined ? word(ctx.locale, 'idHint') : undefined;
  const input = (
    <input
      {...controlAttributes(props, more !== undefined)}
      className={widthClass(field)}
      type={box.type}
      inputMode={box.inputMode}
      autoComplete={field.autocomplete ?? box.autoComplete ?? 'off'}
      placeholder={field.placeholder}
      spellCheck={field.type === 'textfield' && field.format === undefined ? undefined : false}
      defaultValue={scalar(getPath(ctx.data, path))}
    />
  );
  return (
    <Labelled {...props} more={more}>
      {field.suffix === undefined ? (
        input
      ) : (
        <div className="mc-affix">
          {input}
          <span className="mc-affix__unit" aria-hidden="true">
            {field.suffix}
          </span>
        </div>
      )}
    </Labelled>
  );
}

export function TextArea(props: ControlProps) {
  const { field, path, ctx } = props;
  return (
    <Labelled {...props}>
      <textarea
        {...controlAttributes(props)}
        className={widthClass(field)}
        rows={field.rules.maxLength !== undefined && field.rules.maxLength <= 200 ? 2 : 4}
        placeholder={field.placeholder}
        defaultValue={scalar(getPath(ctx.data, path))}
      />
    </Labelled>
  );
}

/** Three boxes, or one where the form asks for it; both are understood. */
export function DateInput(props: ControlProps) {
  const { field, path, ctx } = props;
  const raw = getPath(ctx.data, path);
  const id = fieldId(path);
  const invalid = errorAt(ctx, path) === undefined ? undefined : true;
  const more =
    field.format === 'partialDate'
      ? word(ctx.locale, 'partialDate')
      : field.hint === undefined
        ? word(ctx.locale, 'dateExample')
        : undefined;
  const parts = dateParts(raw);
  if (field.input === 'text') {
    const text =
      typeof raw === 'string'
        ? showDate(raw)
        : [parts.day, parts.month, parts.year].filter((part) => part !== '').join('/');
    return (
      <Labelled {...props} more={more}>
        <input
          {...controlAttributes(props, more !== undefined)}
          className="mc-input mc-input--short"
          type="text"
          inputMode="numeric"
          autoComplete={field.autocomplete ?? 'off'}
          defaultValue={text}
        />
      </Labelled>
    );
  }
  return (
    <Grouped {...props} more={more}>
      <div className="mc-date">
        {(['day', 'month', 'year'] as const).map((part) => (
          <div key={part} className="mc-date__part">
            <label className="mc-date__label" htmlFor={part === 'day' ? id : `${id}-${part}`}>
              {word(ctx.locale, part)}
            </label>
            <input
              id={part === 'day' ? id : `${id}-${part}`}
              name={`${path}.${part}`}
              className={`mc-input mc-date__box mc-date__box--${part}`}
              type="text"
              inputMode="numeric"
              maxLength={part === 'year' ? 4 : 2}
              autoComplete={field.autocomplete === 'bday' ? `bday-${part}` : 'off'}
              aria-invalid={invalid}
              defaultValue={parts[part]}
            />
          </div>
        ))}
      </div>
    </Grouped>
  );
}

export function Select(props: ControlProps) {
  const { field, path, ctx } = props;
  return (
    <Labelled {...props}>
      <select
        {...controlAttributes(props)}
        className={widthClass(field)}
        autoComplete={field.autocomplete}
        data-mc-typeahead={field.options.length > MANY ? '' : undefined}
        defaultValue={scalar(getPath(ctx.data, path))}
      >
        <option value="">{word(ctx.locale, 'choose')}</option>
        {field.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export function Radios(props: ControlProps) {
  const { field, path, ctx } = props;
  const id = fieldId(path);
  const value = getPath(ctx.data, path);
  const short = field.options.length <= 3 && field.options.every((option) => option.label.length <= 16);
  return (
    <Grouped {...props}>
      <div className={short ? 'mc-choices mc-choices--inline' : 'mc-choices'}>
        {field.options.map((option, index) => (
          <label key={option.value} className="mc-choice">
            <input
              id={index === 0 ? id : `${id}-${index}`}
              className="mc-choice__box"
              type="radio"
              name={path}
              value={option.value}
              defaultChecked={String(value ?? '') === option.value}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </Grouped>
  );
}

export function Boxes(props: ControlProps) {
  const { field, path, ctx } = props;
  const id = fieldId(path);
  return (
    <Grouped {...props}>
      <input type="hidden" name={`${path}._set`} value="1" />
      <div className="mc-choices">
        {field.options.map((option, index) => (
          <label key={option.value} className="mc-choice">
            <input
              id={index === 0 ? id : `${id}-${index}`}
              className="mc-choice__box"
              type="checkbox"
              name={`${path}.${option.value}`}
              defaultChecked={getPath(ctx.data, `${path}.${option.value}`) === true}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </Grouped>
  );
}

/** The label stands beside the box; the empty hidden field tells that the box was on the page. */
export function Tick(props: ControlProps) {
  const { field, path, ctx } = props;
  const id = fieldId(path);
  const error = errorAt(ctx, path);
  return (
    <div
      className={error === undefined ? 'mc-field mc-field--tick' : 'mc-field mc-field--tick mc-field--error'}
    >
      {error === undefined ? null : (
        <ErrorText id={`${id}-error`} locale={ctx.locale}>
          {error}
        </ErrorText>
      )}
      <input type="hidden" name={path} value="" />
      <label className="mc-choice">
        <input
          {...controlAttributes(props)}
          className="mc-choice__box"
          type="checkbox"
          value="on"
          defaultChecked={getPath(ctx.data, path) === true}
        />
        <span>
          {field.label}
          <Optional field={field} locale={ctx.locale} />
        </span>
      </label>
      {field.hint === undefined ? null : (
        <p className="mc-hint mc-hint--tick" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
    </div>
  );
}
