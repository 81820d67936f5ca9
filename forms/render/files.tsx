/** A file field: what is stored already, with remove buttons, and a chooser. */
import { getPath } from '../paths.ts';
import { fileRefs, showAccept, showSize } from '../validate/file.ts';
import { fieldId } from './context.ts';
import { type ControlProps, controlAttributes, Labelled } from './frame.tsx';
import { word } from './words.ts';

export function FileInput(props: ControlProps) {
  const { field, path, ctx } = props;
  const { locale } = ctx;
  const stored = fileRefs(getPath(ctx.data, path));
  const limits = field.file;
  const more =
    limits === undefined
      ? undefined
      : word(locale, limits.multiple ? 'fileLimitsMany' : 'fileLimits', {
          accept: showAccept(limits.accept),
          size: showSize(limits.maxBytes),
        });
  const verb = stored.length === 0 ? 'chooseFile' : limits?.multiple === true ? 'addFile' : 'replaceFile';
  return (
    <Labelled {...props} more={more}>
      <input type="hidden" name={`${path}._files`} value="1" />
      {stored.length === 0 ? null : (
        <ul className="mc-files">
          {stored.map((ref, index) => (
            <li key={ref.id} className="mc-files__item">
              <input type="hidden" name={`${path}.${index}.id`} value={ref.id} />
              <span className="mc-files__name">
                {ctx.fileHref === undefined ? (
                  ref.name
                ) : (
                  <a href={ctx.fileHref(ref)} target="_blank" rel="noreferrer">
                    {ref.name}
                  </a>
                )}
              </span>
              <span className="mc-files__size">{showSize(ref.size)}</span>
              <button
                className="mc-linklike"
                type="submit"
                name="_op"
                value={`removeFile:${path}.${ref.id}`}
                formNoValidate
              >
                {word(locale, 'removeFile')}
                <span className="mc-hidden"> {ref.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        {...controlAttributes(props, more !== undefined)}
        className="mc-input mc-input--file"
        type="file"
        accept={limits?.accept.join(',')}
        multiple={limits?.multiple}
        data-mc-upload={limits === undefined ? undefined : String(limits.maxBytes)}
        aria-label={stored.length === 0 ? undefined : `${field.label}: ${word(locale, verb)}`}
        key={fieldId(path)}
      />
    </Labelled>
  );
}
