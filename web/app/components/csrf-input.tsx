/** The hidden field every POST form begins with. */
import { useRouteLoaderData } from 'react-router';
import type { RootData } from '../root.tsx';

export function CsrfInput() {
  const root = useRouteLoaderData<RootData>('root');
  return <input type="hidden" name="_csrf" value={root?.csrf ?? ''} />;
}
