/** Header, main and footer of the citizen pages. */
import { useContext } from 'react';
import { Link, useLocation } from 'react-router';
import { common } from '../i18n/common.ts';
import { pick } from '../i18n/translate.ts';
import { useLocale, useT } from '../i18n/use-locale.ts';
import { PageContext } from '../page-context.ts';
import { Brand } from './brand.tsx';
import '../../../forms/render/forms.css';
import '../styles/citizen.css';

export function CitizenFrame({ children }: { children: React.ReactNode }) {
  const t = useT(common);
  return (
    <>
      <a className="mc-skip" href="#noi-dung">
        {t('skip')}
      </a>
      <Header />
      <main id="noi-dung" className="mc-main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}

function Header() {
  const t = useT(common);
  return (
    <header className="mc-header">
      <div className="mc-header__inner">
        <Brand to="/" name={t('portal')} />
        <nav className="mc-header__nav" aria-label={t('mainMenu')}>
          <MenuLink to="/thu-tuc">{t('procedures')}</MenuLink>
          <MenuLink to="/tra-cuu">{t('tracking')}</MenuLink>
          <LanguageLink />
        </nav>
      </div>
      <div className="mc-stripe" aria-hidden="true" />
    </header>
  );
}

function MenuLink({ to, children }: { to: string; children: React.ReactNode }) {
  const { pathname } = useLocation();
  return (
    <Link
      to={to}
      aria-current={pathname === to ? 'page' : pathname.startsWith(`${to}/`) ? 'true' : undefined}
    >
      {children}
    </Link>
  );
}

/** An ordinary link: works without JavaScript and comes back to this page. */
export function LanguageLink() {
  const t = useT(common);
  const other = useLocale() === 'vi' ? 'en' : 'vi';
  const { pathname, search } = useLocation();
  return (
    <a
      href={`/ngon-ngu?sang=${other}&ve=${encodeURIComponent(pathname + search)}`}
      lang={other}
      hrefLang={other}
      aria-label={`${t('language')}: ${t('languageLabel')}`}
    >
      {t('language')}
    </a>
  );
}

function Footer() {
  const t = useT(common);
  return (
    <footer className="mc-footer">
      <div className="mc-footer__inner">
        <div>
          <p>
            <strong>{t('owner')}</strong>
          </p>
          <p>{t('accessibility')}</p>
        </div>
        <div>
          <p>
            <strong>{t('helpTitle')}</strong>
          </p>
          <ContactLine />
        </div>
        <p className="mc-no-print">
          <a href="/can-bo">{t('staff')}</a>
        </p>
      </div>
    </footer>
  );
}

/** Whom to call, when known. */
export function ContactLine() {
  const t = useT(common);
  const locale = useLocale();
  const contact = useContext(PageContext)?.contact;
  if (!contact) return <p>{t('helpHours')}</p>;
  return (
    <p>
      {pick(contact.name, locale)}: <a href={`tel:${contact.phone.replace(/\s/g, '')}`}>{contact.phone}</a>.{' '}
      {t('helpHours')}
    </p>
  );
}
