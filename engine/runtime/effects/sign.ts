/** Ký số cá nhân: the authorised person signs the result; the PDF is signed from the outbox before the engine goes on. */
import { RuntimeError } from '../api.ts';
import type { Effect, EffectContext } from './types.ts';

export const sign: Effect = async ({ at, version, official }) => {
  if (!official)
    throw new RuntimeError('FORBIDDEN', {
      vi: 'Chỉ người có thẩm quyền được ký.',
      en: 'Only an authorised official may sign.',
    });
  const key = resultKey(version);
  return {
    events: [{ type: 'result.signed', data: { key, officialTitle: official.title } }],
    outbox: [{ kind: 'document.sign', payload: { key, officialId: official.id, at: at.toISOString() } }],
  };
};

/** The result paper of the procedure. */
export function resultKey(version: EffectContext['version']): string {
  const result = version.package.results[0];
  if (!result) throw new Error(`${version.package.code} declares no result to sign`);
  return result.key;
}
