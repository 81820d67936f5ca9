/** What `npm start` prints once everything runs. */
import { demoAccounts } from '../seeds/accounts.ts';
import type { StartConfig } from './config.ts';

/** Lines for a person who sees the product for the first time. */
export function welcome(config: StartConfig, seconds: string): string {
  const accounts = demoAccounts();
  const width = Math.max(...accounts.map((account) => account.username.length));
  const sandbox = `http://${config.HOST === '0.0.0.0' ? '127.0.0.1' : config.HOST}:${config.SANDBOX_PORT}`;
  return [
    '',
    `Motcua runs (${seconds} s).`,
    '',
    `  Citizens   ${config.PUBLIC_URL}`,
    `  Officials  ${config.PUBLIC_URL}/can-bo`,
    `  Sandbox    ${sandbox}   mails, LGSP calls, documents`,
    `  Health     ${config.PUBLIC_URL}/healthz`,
    `  Data       ${config.DATA_DIR}`,
    '',
    `Demo accounts (invented persons), password for all: ${accounts[0]?.password}`,
    ...accounts.map((account) => `  ${account.username.padEnd(width)}  ${account.role}, ${account.unit}`),
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}
