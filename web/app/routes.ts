/** Addresses of the pages: citizens' in Vietnamese, as printed on slips; staff under /can-bo. */
import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';
import { staffRoutes } from './staff/routes.ts';

export default [
  layout('routes/citizen/layout.tsx', [
    index('routes/citizen/home.tsx'),
    route('thu-tuc', 'routes/citizen/procedures.tsx'),
    route('thu-tuc/:code', 'routes/citizen/procedure.tsx'),
    route('thu-tuc/:code/nop', 'routes/citizen/apply/start.tsx'),
    route('thu-tuc/:code/nop/:page', 'routes/citizen/apply/page.tsx'),
    route('thu-tuc/:code/da-luu', 'routes/citizen/apply/saved.tsx'),
    route('thu-tuc/:code/kiem-tra', 'routes/citizen/apply/review.tsx'),
    route('thu-tuc/:code/bien-nhan', 'routes/citizen/apply/receipt.tsx'),
    route('tra-cuu', 'routes/citizen/dossier/lookup.tsx'),
    route('ho-so/:dossierId', 'routes/citizen/dossier/tracking.tsx'),
    route('ho-so/:dossierId/viec/:taskId', 'routes/citizen/dossier/task.tsx'),
    route('ho-so/:dossierId/rut', 'routes/citizen/dossier/withdraw.tsx'),
    route('ban-khai/:token', 'routes/citizen/apply/open-draft.tsx'),
    route('*', 'routes/citizen/missing.tsx'),
  ]),
  route('thu-tuc/:code/tep/:fileId', 'routes/citizen/apply/file.ts'),
  route('ho-so/:dossierId/viec/:taskId/tep/:fileId', 'routes/citizen/dossier/file.ts'),
  route('tra-cuu/dong', 'routes/citizen/dossier/close.ts'),
  route('ho-so/:dossierId/giay-to/:documentId', 'routes/citizen/dossier/document.ts'),
  route('ngon-ngu', 'routes/language.ts'),
  ...staffRoutes,
] satisfies RouteConfig;
