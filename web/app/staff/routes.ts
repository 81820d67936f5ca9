/** Addresses of the staff pages, all under /can-bo. */
import { index, layout, prefix, type RouteConfigEntry, route } from '@react-router/dev/routes';

export const staffRoutes: RouteConfigEntry[] = prefix('can-bo', [
  route('dang-nhap', 'routes/staff/sign-in.tsx'),
  route('dang-xuat', 'routes/staff/sign-out.ts'),
  layout('routes/staff/layout.tsx', [
    index('routes/staff/home.ts'),
    route('viec', 'routes/staff/inbox.tsx', [
      index('routes/staff/inbox-empty.tsx'),
      route(':taskId', 'routes/staff/task.tsx'),
    ]),
    route('tim', 'routes/staff/search.tsx'),
    route('ho-so/:dossierId', 'routes/staff/dossier.tsx'),
    route('nhap', 'routes/staff/counter.tsx'),
    route('nhap/:code', 'routes/staff/counter-form.tsx'),
    route('bien-nhan/:submissionKey', 'routes/staff/counter-receipt.tsx'),
    route('bang', 'routes/staff/dashboard.tsx'),
    route('van-hanh', 'routes/staff/operations.tsx', [
      index('routes/staff/incidents.tsx'),
      route('hang-doi', 'routes/staff/outbox.tsx'),
    ]),
  ]),
  route('viec/:taskId/ban-ky', 'routes/staff/preview-signing.ts'),
  route('tai-lieu/:documentId', 'routes/staff/document.ts'),
]);
