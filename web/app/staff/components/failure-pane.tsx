/** A failed part of a staff page: what happened and where to go on. */
import { useContext } from 'react';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { ErrorWords } from '../../components/error-page.tsx';
import { type Failure, isFailure } from '../../failure.ts';
import { staff } from '../../i18n/staff.ts';
import { useT } from '../../i18n/use-locale.ts';
import { PageContext } from '../../page-context.ts';

export function FailurePane() {
  const t = useT(staff);
  const error = useRouteError();
  const page = useContext(PageContext);
  const failure: Failure =
    isRouteErrorResponse(error) && isFailure(error.data)
      ? error.data
      : (page?.failure ?? {
          status: isRouteErrorResponse(error) ? error.status : 500,
          correlationId: page?.correlationId ?? '',
        });
  return (
    <div className="sf-pane mc-stack" role="alert">
      <ErrorWords failure={failure} />
      <p>
        <Link className="sf-button" to="/can-bo/viec">
          {t('inbox')}
        </Link>
      </p>
    </div>
  );
}
