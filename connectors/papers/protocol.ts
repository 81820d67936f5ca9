/** What the two processes say to each other, over Node's own channel. */
import type { SigningService } from '../signing/index.ts';

export type CallName = 'renderPdf' | keyof SigningService;
export interface Call {
  readonly id: number;
  readonly name: CallName;
  readonly args: readonly unknown[];
}
export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly error: {
        readonly name: string;
        readonly message: string;
        readonly code?: string;
        readonly stack?: string;
      };
    };
