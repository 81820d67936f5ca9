/** Raising and clearing incidents. */
import type { ElementInstance, Failure, Incident, Job } from '../state/model.ts';
import { add, fresh, remove } from '../state/rows.ts';
import { newKey } from '../state/state.ts';
import type { Engine } from './engine.ts';

/** Parks an element (or its job) until the incident is resolved. */
export function raiseIncident(
  engine: Engine,
  element: ElementInstance,
  failure: Failure,
  job?: Job,
): Incident {
  const incident: Incident = {
    ...fresh,
    key: newKey(engine.state),
    ...failure,
    processInstanceKey: element.instance.key,
    elementInstanceKey: element.key,
    processDefinitionKey: element.instance.definition.key,
    elementId: element.node.id,
    jobKey: job?.key,
    createdAt: engine.now(),
  };
  add(engine.state, 'incidents', incident);
  return incident;
}

/** Removes what stands against an element; with `jobOnly`, only what stands against its job. */
export function clearIncidents(engine: Engine, element: ElementInstance, jobOnly = false): void {
  for (const incident of [...(engine.state.incidentsOf.get(element.key) ?? [])]) {
    if (!jobOnly || incident.jobKey !== undefined) remove(engine.state, 'incidents', incident);
  }
}
