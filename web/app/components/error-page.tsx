/** The page of a failed request: what happened, what to do, the code for support. */
import { useLocation } from 'react-router';
import type { Localized } from '../../../engine/runtime/package/schema.ts';
import type { Failure } from '../failure.ts';
import { errors } from '../i18n/errors.ts';
import { pick } from '../i18n/translate.ts';
import { useLocale, useT } from '../i18n/use-locale.ts';
import { CitizenFrame, ContactLine } from './citizen-frame.tsx';
import { PageTitle } from './page-title.tsx';

const known = ['400', '403', '404', '409', '413', '422', '429', '500', '503'] as const;
type Kind = (typeof known)[number] | 'csrf';

/** Which words fit; unknown 4xx read as 400 and unknown 5xx as 500. */
function kindOf(failure: Failure): Kind {
  if (failure.status === 403 && failure.details?.reason === 'csrf') return 'csrf';
  return known.find((status) => status === String(failure.status)) ?? (failure.status >= 500 ? '500' : '400');
}

export function ErrorWords({ failure }: { failure: Failure }) {
  const t = useT(errors);
  const locale = useLocale();
  const kind = kindOf(failure);
  const text: Localized | undefined = failure.text;
  return (
    <>
      <h1>{t(`${kind}.title`)}</h1>
      {text ? <p>{pick(text, locale)}</p> : null}
      {text && kind !== '409' ? null : <p>{t(`${kind}.text`)}</p>}
      {failure.status >= 500 ? (
        <div className="mc-note mc-note--problem">
          {t('code')}: <strong>{failure.correlationId}</strong>
          <br />
          {t('help')}
          <ContactLine />
        </div>
      ) : null}
    </>
  );
}

/** What failed by being sent is entered again on the page it was sent from; what failed on our side may work a little later. */
const ways: Readonly<Partial<Record<Kind, 'back' | 'again'>>> = {
  '400': 'back',
  '413': 'back',
  '422': 'back',
  csrf: 'back',
  '500': 'again',
  '503': 'again',
};

export function ErrorPage({ failure }: { failure: Failure }) {
  const t = useT(errors);
  const { pathname, search } = useLocation();
  const way = ways[kindOf(failure)];
  return (
    <CitizenFrame>
      <PageTitle>{t(`${kindOf(failure)}.title`)}</PageTitle>
      <div className="mc-column mc-stack">
        <ErrorWords failure={failure} />
        <p className="mc-buttons">
          {way ? (
            <a className="mc-button" href={pathname + search}>
              {t(way)}
            </a>
          ) : null}
          <a className={way ? 'mc-button mc-button--quiet' : 'mc-button'} href="/thu-tuc">
            {t('findProcedure')}
          </a>
          <a className="mc-button mc-button--quiet" href="/tra-cuu">
            {t('track')}
          </a>
          <a href="/">{t('goHome')}</a>
        </p>
      </div>
    </CitizenFrame>
  );
}
