/** The bar on top of every staff page: places to work, search, who is signed in. */
import { Form, Link, NavLink } from 'react-router';
import type { Localized } from '../../../../engine/runtime/package/schema.ts';
import { Mark } from '../../components/brand.tsx';
import { LanguageLink } from '../../components/citizen-frame.tsx';
import { CsrfInput } from '../../components/csrf-input.tsx';
import { common } from '../../i18n/common.ts';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { Icon, type IconName } from './icons.tsx';

export interface Person {
  readonly fullName: string;
  readonly title: Localized;
  readonly unit: Localized | null;
  readonly home: string;
  readonly mayWork: boolean;
  readonly mayEnter: boolean;
  readonly mayOperate: boolean;
}

export function StaffFrame({ person, children }: { person: Person; children: React.ReactNode }) {
  const c = useT(common);
  return (
    <div className="sf">
      <a className="mc-skip" href="#noi-dung">
        {c('skip')}
      </a>
      <Bar person={person} />
      <div className="mc-stripe sf-stripe" aria-hidden="true" />
      <main className="sf-main" id="noi-dung" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function Bar({ person }: { person: Person }) {
  const t = useT(staff);
  const c = useT(common);
  return (
    <header className="sf-bar">
      <Link className="sf-bar__brand" to={person.home}>
        <Mark />
        <span>
          <span className="sf-bar__place">{c('province')}</span>
          <span className="sf-bar__name">{t('product')}</span>
        </span>
      </Link>
      <nav className="sf-bar__nav" aria-label={t('menu')}>
        {person.mayWork ? <Place to="/can-bo/viec" icon="inbox" label={t('inbox')} /> : null}
        {person.mayEnter ? <Place to="/can-bo/nhap" icon="counter" label={t('counter')} /> : null}
        {person.mayWork ? <Place to="/can-bo/bang" icon="dashboard" label={t('dashboard')} /> : null}
        {person.mayOperate ? <Place to="/can-bo/van-hanh" icon="operations" label={t('operations')} /> : null}
      </nav>
      {person.mayWork ? <DossierSearch /> : null}
      <Account person={person} />
    </header>
  );
}

function DossierSearch() {
  const t = useT(staff);
  return (
    <Form action="/can-bo/tim" role="search" aria-label={t('searchTitle')} className="sf-bar__search">
      <label className="mc-hidden" htmlFor="sf-search">
        {t('searchDossier')}
      </label>
      <Icon name="search" />
      <input id="sf-search" name="tim" type="search" placeholder={t('searchDossier')} maxLength={100} />
      <span className="sf-kbd sf-bar__key" aria-hidden="true">
        /
      </span>
    </Form>
  );
}

function Place({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  return (
    <NavLink className="sf-bar__place-link" to={to}>
      <Icon name={icon} />
      <span>{label}</span>
    </NavLink>
  );
}

/** Last two words of a Vietnamese name: middle and given name. */
const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

function Account({ person }: { person: Person }) {
  const t = useT(staff);
  const locale = useLocale();
  return (
    <details className="sf-account">
      <summary className="sf-account__button">
        <span className="sf-avatar" aria-hidden="true">
          {initials(person.fullName)}
        </span>
        <span className="sf-account__who">
          <span className="sf-account__name">{person.fullName}</span>
          <span className="sf-account__title">{pick(person.title, locale)}</span>
        </span>
        <span className="mc-hidden"> – {t('account')}</span>
      </summary>
      <div className="sf-account__menu">
        <p>
          <strong>{person.fullName}</strong>
          <br />
          {pick(person.title, locale)}
          {person.unit ? (
            <>
              <br />
              {pick(person.unit, locale)}
            </>
          ) : null}
        </p>
        <LanguageLink />
        <form method="post" action="/can-bo/dang-xuat">
          <CsrfInput />
          <button type="submit" className="sf-button sf-button--quiet">
            <Icon name="out" />
            {t('signOut')}
          </button>
        </form>
      </div>
    </details>
  );
}
