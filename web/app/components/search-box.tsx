/** Search for procedures: an ordinary GET form. */
import { home } from '../i18n/home.ts';
import { useT } from '../i18n/use-locale.ts';

export function SearchBox({
  search = '',
  label,
  prominent = false,
}: {
  search?: string;
  label: string;
  prominent?: boolean;
}) {
  const t = useT(home);
  return (
    <search className="mc-search">
      <form action="/thu-tuc">
        <label htmlFor="tim" className={prominent ? 'mc-search__label' : 'mc-label'}>
          {label}
        </label>
        <p className="mc-hint" id="tim-goi-y">
          {t('searchHint')}
        </p>
        <div className="mc-search__row">
          <input
            id="tim"
            name="q"
            type="search"
            className="mc-input"
            defaultValue={search}
            aria-describedby="tim-goi-y"
            maxLength={200}
          />
          <button type="submit" className="mc-button">
            {t('search')}
          </button>
        </div>
      </form>
    </search>
  );
}
