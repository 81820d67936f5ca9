/** Language and messages inside components. */
import { useContext } from 'react';
import { useRouteLoaderData } from 'react-router';
import { PageContext } from '../page-context.ts';
import type { RootData } from '../root.tsx';
import { type Catalogue, type Locale, type Translate, translator } from './translate.ts';

export function useLocale(): Locale {
  const root = useRouteLoaderData<RootData>('root');
  const page = useContext(PageContext);
  return root?.locale ?? page?.locale ?? 'vi';
}

export function useT<K extends string>(messages: Catalogue<K>): Translate<K> {
  return translator(messages, useLocale());
}
