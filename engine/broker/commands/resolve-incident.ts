/** ResolveIncident (zeebe.md 3.18). */
import type { Key } from '../state/model.ts';
import { remove, setJobState } from '../state/rows.ts';
import { type Command, done, type Empty, reject } from './command.ts';

export const resolveIncidentCommand = (incidentKey: Key): Command<Empty> => ({
  intent: 'RESOLVE',
  needs(state) {
    const incident = state.incidents.get(incidentKey);
    return incident ? [incident.elementInstanceKey] : [];
  },
  process(engine) {
    const { state } = engine;
    const incident = state.incidents.get(incidentKey);
    const expected = `Expected to resolve incident with key '${incidentKey}'`;
    if (!incident) return reject('NOT_FOUND', `${expected}, but no such incident was found`);
    if (incident.jobKey === undefined) {
      remove(state, 'incidents', incident);
      engine.steps.push({ type: 'retry', element: incident.elementInstanceKey });
      return done;
    }
    const job = state.jobs.get(incident.jobKey);
    if (job && job.retries <= 0) {
      const reason = `${expected}, but job with key '${job.key}' has no retries left. Please update the job retries and retry resolving the incident`;
      return reject('NOT_FOUND', reason);
    }
    remove(state, 'incidents', incident);
    if (job) setJobState(state, job, 'ACTIVATABLE', { due: 0 });
    return done;
  },
});
