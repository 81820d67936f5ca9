/** Addresses of the pages: citizens' in Vietnamese, as printed on slips; staff under /can-bo. */
import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';
import { staffRoutes } from './staff/routes.ts';

export default [
  layout('routes/citizen/layout.tsx', [
    index('routes/citizen/home.tsx'),
    route('*', 'routes/citizen/missing.tsx'),
  ]),
  route('ngon-ngu', 'routes/language.ts'),
  ...staffRoutes,
] satisfies RouteConfig;
