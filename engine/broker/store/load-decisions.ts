/** Reading the deployed decisions and forms at start; the files are compiled on first use. */
import { restore } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import type { Reader } from './connection.ts';

const stored = { persisted: true, removed: false };

/** Decision requirements and their decisions. */
export async function loadDecisions(reader: Reader, state: State): Promise<void> {
  await reader.forEach<{
    key: string;
    decision_requirements_id: string;
    name: string;
    version: number;
    resource_name: string;
    checksum: string;
    deployment_key: string;
    resource: string;
  }>('select * from zeebe.decision_requirements order by key', (row) =>
    restore(state, 'decisionRequirements', {
      ...stored,
      key: Number(row.key),
      id: row.decision_requirements_id,
      name: row.name,
      version: row.version,
      resourceName: row.resource_name,
      checksum: row.checksum,
      deploymentKey: Number(row.deployment_key),
      resource: Buffer.from(row.resource, 'base64'),
      decisions: new Map(),
      graph: undefined,
    }),
  );
  await reader.forEach<{
    key: string;
    decision_id: string;
    name: string;
    version: number;
    decision_requirements_key: string;
  }>('select * from zeebe.decision order by key', (row) => {
    const requirements = state.decisionRequirements.get(Number(row.decision_requirements_key));
    if (!requirements) throw new Error(`decision ${row.key} has no decision requirements`);
    restore(state, 'decisions', {
      ...stored,
      key: Number(row.key),
      decisionId: row.decision_id,
      name: row.name,
      version: row.version,
      requirements,
    });
  });
}

export async function loadForms(reader: Reader, state: State): Promise<void> {
  await reader.forEach<{
    key: string;
    form_id: string;
    version: number;
    resource_name: string;
    checksum: string;
    deployment_key: string;
    resource: string;
  }>('select * from zeebe.form order by key', (row) =>
    restore(state, 'forms', {
      ...stored,
      key: Number(row.key),
      formId: row.form_id,
      version: row.version,
      resourceName: row.resource_name,
      checksum: row.checksum,
      deploymentKey: Number(row.deployment_key),
      resource: Buffer.from(row.resource, 'base64'),
    }),
  );
}
