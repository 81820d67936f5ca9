/** Sign-in of officials. */
import { data, redirect } from 'react-router';
import { Mark } from '../../components/brand.tsx';
import { LanguageLink } from '../../components/citizen-frame.tsx';
import { CsrfInput } from '../../components/csrf-input.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { common } from '../../i18n/common.ts';
import { staff } from '../../i18n/staff.ts';
import { useT } from '../../i18n/use-locale.ts';
import { findOfficial, isSwitchedOff, pageUrl, safePath } from '../../server/auth.server.ts';
import { readForm } from '../../server/form.server.ts';
import { SignInFields } from '../../staff/components/sign-in-fields.tsx';
import { signIn } from '../../staff/server/sign-in.server.ts';
import type { Route } from './+types/sign-in.ts';
import '../../../../forms/render/forms.css';
import '../../styles/staff.css';

const HOME = '/can-bo';

export async function loader({ request, context }: Route.LoaderArgs) {
  const back = safePath(pageUrl(request).searchParams.get('ve'), HOME);
  if (await findOfficial(request, context)) throw redirect(back);
  const locked = await isSwitchedOff(request, context);
  return { back, locked, lapsed: !locked && pageUrl(request).searchParams.has('het') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request, context);
  const username = form.value('username');
  const result = await signIn(request, context, { username, password: form.value('password') });
  if (result.ok) return redirect(safePath(form.value('ve'), HOME));
  return data({ problem: result.reason, username }, { status: result.reason === 'many' ? 429 : 401 });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT(staff);
  const c = useT(common);
  return (
    <div className="sf-door">
      <PageTitle error={actionData !== undefined}>{t('signInTitle')}</PageTitle>
      <header className="sf-door__house">
        <Terraces />
        <Mark />
        <p className="sf-door__place">{c('province')}</p>
        <p className="sf-door__name">{t('product')}</p>
        <p className="sf-door__lead">{t('signInLead')}</p>
        <div className="mc-stripe" aria-hidden="true" />
      </header>
      <main className="sf-door__main" id="noi-dung">
        <form method="post" className="sf-door__form" noValidate>
          <CsrfInput />
          <input type="hidden" name="ve" value={loaderData.back} />
          <h1>{loaderData.lapsed ? t('sessionOver') : t('signIn')}</h1>
          {loaderData.locked && !actionData ? (
            <p className="mc-note mc-note--problem" role="alert">
              {t('accountOff')}
            </p>
          ) : null}
          {loaderData.lapsed && !actionData ? (
            <p className="mc-note mc-note--soon">{t('sessionOverText')}</p>
          ) : null}
          <SignInFields problem={actionData?.problem} username={actionData?.username} />
          <button type="submit" className="mc-button">
            {loaderData.lapsed ? t('signInAndGoOn') : t('signIn')}
          </button>
          <p className="mc-hint">{t('signInHelp')}</p>
          <p className="sf-door__links">
            <a href="/">{c('portal')}</a>
            <LanguageLink />
          </p>
        </form>
      </main>
    </div>
  );
}

/** Rice terraces under a low sun, in contour lines. */
function Terraces() {
  const steps = Array.from({ length: 9 }, (_, index) => 96 + index * 24);
  return (
    <svg
      className="sf-door__picture"
      viewBox="0 0 400 320"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="292" cy="84" r="30" />
      {steps.map((y, index) => (
        <path
          key={y}
          d={`M-20 ${y + 30}C60 ${y - 34 + index * 3} 130 ${y + 34} 205 ${y} S345 ${y - 44 + index * 5} 420 ${y + 12}V360H-20Z`}
        />
      ))}
    </svg>
  );
}
