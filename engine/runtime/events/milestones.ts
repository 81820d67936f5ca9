/** The public steps of the tracking page. */
import type { TrackingView } from '../api.ts';
import type { ProcessModel } from '../package/bpmn.ts';
import type { Channel, ProcedurePackage } from '../package/schema.ts';
import type { DossierState } from './types.ts';

/**
 * The latest milestone activated is current; those before it are done, and left out if the process went past them; of
 * those ahead only what dossiers of this channel go through.
 */
export function milestones(
  pkg: ProcedurePackage,
  model: ProcessModel,
  state: DossierState,
  channel: Channel,
): TrackingView['milestones'] {
  const reachedAt = (element: string): string | null => {
    if (model.elements[element]?.kind === 'endEvent') return state.end === 'returned' ? state.closedAt : null;
    return state.reached[element] ?? null;
  };
  let current = -1;
  let latest = '';
  for (const [i, { element }] of pkg.milestones.entries()) {
    const at = reachedAt(element);
    if (at && at >= latest) {
      latest = at;
      current = i;
    }
  }
  const finished = state.end === 'returned';
  return pkg.milestones.flatMap(({ element, label, channels }, i) => {
    const at = reachedAt(element);
    const place =
      finished || i < current || (i === current && state.closedAt)
        ? 'done'
        : i === current
          ? 'current'
          : 'ahead';
    if (place === 'done' && !at) return [];
    if (place === 'ahead' && channels && !channels.includes(channel)) return [];
    return [{ label, state: place, at: at && place !== 'ahead' ? new Date(at) : null }];
  });
}
