/** Passwords of officials: argon2id (OWASP parameters: 19 MiB, 2 passes, 1 lane). */
import { hash, verify } from '@node-rs/argon2';
import { findOfficialByUsername, type Sql } from './organisation.ts';
import type { Official } from './types.ts';

const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
let decoy: Promise<string> | undefined;

/** PHC string of a password, with a fresh salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/**
 * The official who has this user name and password, else undefined. An unknown or deactivated name costs as much time as
 * a wrong password, so nothing can be learnt from the answer. Rate limits are the caller's.
 */
export async function verifyPassword(
  sql: Sql,
  username: string,
  password: string,
): Promise<Official | undefined> {
  const [row] = await sql<{ password_hash: string }[]>`
    select password_hash from motcua.official where lower(username) = lower(${username}) and active`;
  decoy ??= hashPassword(crypto.randomUUID());
  const right = await verify(row?.password_hash ?? (await decoy), password);
  return row && right ? findOfficialByUsername(sql, username) : undefined;
}
