/** Facts the server gives to the page it renders; absent in the browser, where root loader data takes over. */
import { createContext } from 'react';
import type { Localized } from '../../engine/runtime/package/schema.ts';
import type { Failure } from './failure.ts';
import type { Locale } from './i18n/translate.ts';

export interface PageFacts {
  readonly nonce: string;
  readonly locale: Locale;
  readonly correlationId: string;
  readonly failure: Failure | undefined;
  readonly contact: { readonly name: Localized; readonly phone: string } | undefined;
}
export const PageContext = createContext<PageFacts | undefined>(undefined);
