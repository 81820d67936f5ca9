/** Every connector of the product, and the way the runtime opens them. */
import { documentsRegister } from './documents/register.ts';
import { documentsStatus } from './documents/status.ts';
import { ConfigError, type Environment } from './kit/config.ts';
import type { BoundConnector, ConnectorManifest } from './kit/define.ts';
import { assignPersonalId } from './lgsp/assign-personal-id.ts';
import { lookupPerson } from './lgsp/lookup-person.ts';

export type { BindingScope } from './kit/binding.ts';
export type { BoundConnector, ConnectorManifest } from './kit/define.ts';
export { ConnectorError } from './kit/types.ts';
export { createMailer, type Mailer } from './notification/mailer.ts';
export { renderMail } from './notification/render.ts';
export { type MailKind, mailTemplates } from './notification/templates.ts';

export const connectors: readonly ConnectorManifest[] = [
  assignPersonalId,
  lookupPerson,
  documentsRegister,
  documentsStatus,
];

/**
 * Opens all connectors with configuration from the environment (sandbox where a system has no address), by job type.
 * @throws ConfigError with one line for each mistake of every family
 */
export function createConnectors(environment: Environment): ReadonlyMap<string, BoundConnector> {
  const opened = new Map<string, BoundConnector>();
  const mistakes = new Set<string>();
  for (const connector of connectors) {
    try {
      opened.set(connector.type, connector.open(environment));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      mistakes.add(error.message);
    }
  }
  if (mistakes.size > 0) throw new Error([...mistakes].join('\n'));
  return opened;
}
