/**
 * Province → commune → detail. Works without script: another province is confirmed by a button that shows the page again;
 * with the script the right one of list and text box appears at once and lists become type-aheads.
 */
import { getPath } from '../paths.ts';
import { readAddress } from '../validate/address.ts';
import { errorAt, fieldId } from './context.ts';
import { type ControlProps, Grouped } from './frame.tsx';
import { word } from './words.ts';

export function AddressInput(props: ControlProps) {
  const { field, path, ctx } = props;
  const { locale, places } = ctx;
  const id = fieldId(path);
  const address = readAddress(getPath(ctx.data, path));
  const invalid = errorAt(ctx, path) === undefined ? undefined : true;
  const part = (name: string): { id: string; name: string; 'aria-invalid': true | undefined } => ({
    id: name === 'province' ? id : `${id}-${name}`,
    name: `${path}.${name}`,
    'aria-invalid': invalid,
  });
  const detail = (
    <div className="mc-address__part">
      <label className="mc-sublabel" htmlFor={`${id}-detail`}>
        {word(locale, 'detail')}
      </label>
      <input
        {...part('detail')}
        className="mc-input"
        type="text"
        autoComplete={field.autocomplete === undefined ? 'off' : 'street-address'}
        defaultValue={address.detail ?? ''}
      />
    </div>
  );
  if (places === undefined) {
    return (
      <Grouped {...props}>
        <div className="mc-address">
          <PlainPart
            label={word(locale, 'province')}
            {...part('province')}
            value={address.provinceName ?? address.province}
          />
          <PlainPart
            label={word(locale, 'commune')}
            {...part('commune')}
            value={address.communeName ?? address.commune}
          />
          {detail}
        </div>
      </Grouped>
    );
  }
  const listed = Object.keys(places.communes);
  const province = address.province ?? places.homeProvince ?? listed[0] ?? '';
  // The script can switch between one list and the text box; with several lists the page has to come again.
  const list = Object.hasOwn(places.communes, province)
    ? province
    : listed.length === 1
      ? listed[0]
      : undefined;
  const when =
    list === undefined
      ? undefined
      : (show: boolean) =>
          JSON.stringify({
            show,
            conjunction: 'all',
            conditions: [{ component: `${path}.province`, operator: 'isEqual', value: list }],
          });
  return (
    <Grouped {...props}>
      <div className="mc-address">
        <div className="mc-address__part">
          <label className="mc-sublabel" htmlFor={id}>
            {word(locale, 'province')}
          </label>
          <select {...part('province')} className="mc-input" data-mc-typeahead="" defaultValue={province}>
            <option value="">{word(locale, 'choose')}</option>
            {places.provinces.map((place) => (
              <option key={place.code} value={place.code}>
                {place.name}
              </option>
            ))}
          </select>
          {/* The script hides the button where switching needs no new page. */}
          <button
            className="mc-linklike"
            type="submit"
            name="_op"
            value={`places:${path}`}
            formNoValidate
            data-mc-places={listed.length > 1 ? 'page' : 'here'}
          >
            {word(locale, 'showCommunes')}
          </button>
        </div>
        {list === undefined ? null : (
          <div className="mc-address__part" data-mc-when={when?.(true)} hidden={list !== province}>
            <label className="mc-sublabel" htmlFor={`${id}-commune`}>
              {word(locale, 'commune')}
            </label>
            <select
              {...part('commune')}
              className="mc-input"
              data-mc-typeahead=""
              defaultValue={address.commune ?? ''}
            >
              <option value="">{word(locale, 'choose')}</option>
              {(places.communes[list] ?? []).map((place) => (
                <option key={place.code} value={place.code}>
                  {place.name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="mc-address__part" data-mc-when={when?.(false)} hidden={list === province}>
          <label className="mc-sublabel" htmlFor={`${id}-communeName`}>
            {word(locale, 'commune')}
          </label>
          <input
            {...part('communeName')}
            className="mc-input"
            type="text"
            autoComplete="off"
            defaultValue={list === province ? '' : (address.communeName ?? '')}
          />
        </div>
        {detail}
      </div>
    </Grouped>
  );
}

function PlainPart({
  label,
  value,
  ...rest
}: {
  label: string;
  value: string | undefined;
  id: string;
  name: string;
  'aria-invalid': true | undefined;
}) {
  return (
    <div className="mc-address__part">
      <label className="mc-sublabel" htmlFor={rest.id}>
        {label}
      </label>
      <input {...rest} className="mc-input" type="text" autoComplete="off" defaultValue={value ?? ''} />
    </div>
  );
}
