/** The demo accounts, for whoever only wants to name them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { organisationSeed } from './schema.ts';

/** Password of every demo account. It is public: demo accounts belong on no machine that others can reach. */
export const demoPassword = 'motcua-demo';

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly fullName: string;
  /** Title of the first role, Vietnamese. */
  readonly role: string;
  readonly unit: string;
}

/** In the order of the story: reception, examination, signature, registry, director, then the others. */
export function demoAccounts(): readonly DemoAccount[] {
  const file = readFileSync(join(import.meta.dirname, 'organisation.json'), 'utf8');
  const { units, officials } = organisationSeed.parse(JSON.parse(file));
  return officials.map(({ username, fullName, title, roles }) => ({
    username,
    password: demoPassword,
    fullName,
    role: title.vi,
    unit: units.find((unit) => unit.id === roles[0]?.unitId)?.name.vi ?? '',
  }));
}
