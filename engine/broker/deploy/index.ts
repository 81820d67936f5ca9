/** Reads a BPMN file into process graphs, or says as Zeebe does why it cannot be deployed. */

import { buildGraph } from './build.ts';
import { checkDocument, SchemaFailure } from './checks/document.ts';
import { checkModel } from './checks/index.ts';
import type { ParseResult } from './graph.ts';
import { straightThroughLoops } from './loops.ts';
import { createModel, executableProcesses } from './model.ts';
import { UncheckedSource } from './source.ts';
import { readXml, XmlFailure } from './xml.ts';

export type * from './graph.ts';

/**
 * Parses and checks one BPMN resource. The message of a refusal is what Zeebe writes for the resource
 * (`'x.bpmn': - Element: …`), so that the gateway only adds the lead `Expected to deploy new resources, but …`.
 * Source: zeebe.md 3.1–3.19.
 */
export function parseBpmn(_resourceName: string, bytes: Uint8Array): ParseResult {
  try {
    const root = readXml(bytes);
    checkDocument(root);
    const model = createModel(root);
    const report = checkModel(model);
    if (report.failed()) return { ok: false, message: report.text() };
    const processes = executableProcesses(root).map((process) => buildGraph(model, process));
    const loops = straightThroughLoops(processes);
    return loops ? { ok: false, message: loops } : { ok: true, processes };
  } catch (error) {
    if (error instanceof UncheckedSource) {
      return { ok: false, message: `Failed to build variable mapping expression: ${error.message}` };
    }
    if (error instanceof XmlFailure || error instanceof SchemaFailure)
      return { ok: false, message: error.message };
    throw error;
  }
}
