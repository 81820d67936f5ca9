/** Frame of the staff pages; they hydrate, and work without it. */
import { Outlet } from 'react-router';
import { PageTitle } from '../../components/page-title.tsx';
import { staff } from '../../i18n/staff.ts';
import { useT } from '../../i18n/use-locale.ts';
import { requireOfficial } from '../../server/auth.server.ts';
import { answering } from '../../server/errors.server.ts';
import { takeFlash } from '../../server/session.server.ts';
import { FailurePane } from '../../staff/components/failure-pane.tsx';
import { StaffFrame } from '../../staff/components/frame.tsx';
import { Keys } from '../../staff/components/keys.tsx';
import { Toast } from '../../staff/components/toast.tsx';
import { homeOf, mayEnter, mayOperate, mayWork, ownUnits } from '../../staff/server/staff-page.server.ts';
import type { Route } from './+types/layout.ts';
import '../../../../forms/render/forms.css';
import '../../styles/staff.css';

export const handle = { hydrate: true };

export async function loader({ request, context }: Route.LoaderArgs) {
  const official = await requireOfficial(request, context);
  return answering(context, async () => {
    const [unit] = await ownUnits(context, official);
    return {
      person: {
        fullName: official.fullName,
        title: official.title,
        unit: unit?.name ?? null,
        home: homeOf(official),
        mayWork: mayWork(official),
        mayEnter: mayEnter(official),
        mayOperate: mayOperate(official),
      },
      hasRole: official.roles.length > 0,
      flash: await takeFlash(request, context),
    };
  });
}

export default function StaffLayout({ loaderData }: Route.ComponentProps) {
  return (
    <StaffFrame person={loaderData.person}>
      {loaderData.hasRole ? <Outlet /> : <NoRole />}
      <Toast message={loaderData.flash} />
      <Keys person={loaderData.person} />
    </StaffFrame>
  );
}

/** Signed in, but nobody has given this account anything to do. */
function NoRole() {
  const t = useT(staff);
  return (
    <div className="sf-pane mc-stack">
      <PageTitle>{t('noRoleTitle')}</PageTitle>
      <h1>{t('noRoleTitle')}</h1>
      <p>{t('noRoleText')}</p>
    </div>
  );
}

export function ErrorBoundary() {
  return (
    <main className="sf-alone" id="noi-dung">
      <FailurePane />
    </main>
  );
}
