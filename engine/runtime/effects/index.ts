/** Effects by the name the package uses. */
import type { EffectName } from '../package/schema.ts';
import { accept } from './accept.ts';
import { confirmDraft, disputeDraft } from './drafts.ts';
import { examine } from './examine.ts';
import { proposeRefusal, refuse } from './refusals.ts';
import { requestSupplement } from './request-supplement.ts';
import { returnResult } from './return-result.ts';
import { seal } from './seal.ts';
import { sign } from './sign.ts';
import { supplement } from './supplement.ts';
import type { Effect } from './types.ts';
import { requestVerification, verify } from './verification.ts';

export const effects: Readonly<Record<EffectName, Effect>> = {
  accept,
  requestSupplement,
  supplement,
  proposeRefusal,
  refuse,
  requestVerification,
  verify,
  examine,
  confirmDraft,
  disputeDraft,
  sign,
  seal,
  returnResult,
};
