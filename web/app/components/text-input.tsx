/** Label, hint, message and box of one text question outside Form.io forms. */
interface TextInputProps extends Omit<React.ComponentProps<'input'>, 'width'> {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string;
  readonly width?: 'code' | 'short' | 'medium' | 'full';
}

export function TextInput({ name, label, hint, wrong, width = 'full', ...input }: TextInputProps) {
  return (
    <Ask name={name} label={label} hint={hint} wrong={wrong}>
      {(described) => (
        <input
          id={name}
          name={name}
          className={`mc-input mc-input--${width}`}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={described}
          {...input}
        />
      )}
    </Ask>
  );
}

export function TextArea({
  name,
  label,
  hint,
  wrong,
  ...area
}: React.ComponentProps<'textarea'> &
  Omit<TextInputProps, keyof React.ComponentProps<'input'>> & { name: string }) {
  return (
    <Ask name={name} label={label} hint={hint} wrong={wrong}>
      {(described) => (
        <textarea
          id={name}
          name={name}
          rows={4}
          className="mc-input"
          aria-invalid={wrong ? true : undefined}
          aria-describedby={described}
          {...area}
        />
      )}
    </Ask>
  );
}

interface AskProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string;
  readonly children: (described: string | undefined) => React.ReactNode;
}

function Ask({ name, label, hint, wrong, children }: AskProps) {
  const described =
    [hint ? `${name}-hint` : '', wrong ? `${name}-wrong` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div className={wrong ? 'mc-field mc-field--error' : 'mc-field'}>
      <label className="mc-label" htmlFor={name}>
        {label}
      </label>
      {hint ? (
        <p className="mc-hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {wrong ? (
        <p className="mc-error" id={`${name}-wrong`}>
          {wrong}
        </p>
      ) : null}
      {children(described)}
    </div>
  );
}
