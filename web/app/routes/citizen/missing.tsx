/** Any address that is no page. */
import { notFound } from '../../server/errors.server.ts';
import type { Route } from './+types/missing.ts';

export function loader({ context }: Route.LoaderArgs): never {
  throw notFound(context);
}
export function action({ context }: Route.ActionArgs): never {
  throw notFound(context);
}
export default function Missing() {
  return null;
}
