/**
 * A bound on how many things go on in one scope: forks whose flows run back or meet in exclusive gateways multiply tokens without end.
 * Zeebe has none and fills its disk; here the elements beyond the bound wait with an incident, and everybody else goes on.
 */
import type { ElementInstance, Failure } from '../state/model.ts';

/** Active elements, and flows under way, of one scope. */
export const MAX_CROWD = 100_000;

/** The failure of an element (by id) for so many inner instances, if they are too many. */
export const tooMany = (count: number, elementId: string): Failure | undefined =>
  count <= MAX_CROWD
    ? undefined
    : {
        type: 'UNKNOWN',
        message: `Expected to activate element '${elementId}', but its scope would have more than ${MAX_CROWD} active elements. The process probably forks without end: cancel the process instance, or resolve the incident when there are fewer.`,
      };

/** The failure of an element that was just entered, if too much goes on in its scope. Waiting elements stay counted, so that it ends. */
export const checkCrowd = (
  { children, activeFlows }: ElementInstance,
  elementId: string,
): Failure | undefined => tooMany(children + activeFlows, elementId);
