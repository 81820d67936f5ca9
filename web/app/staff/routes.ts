/** Addresses of the staff pages, all under /can-bo. */
import type { RouteConfigEntry } from '@react-router/dev/routes';

export const staffRoutes: RouteConfigEntry[] = [];
