/** Zeebe's names for kinds of elements, as its messages write them. */
import type { Node, NodeKind } from './graph.ts';

const TYPES: Readonly<Record<string, string>> & Partial<Readonly<Record<NodeKind, string>>> = {
  scriptJobTask: 'SCRIPT_TASK',
  businessRuleJobTask: 'BUSINESS_RULE_TASK',
  businessRuleTask: 'BUSINESS_RULE_TASK',
  decisionTask: 'BUSINESS_RULE_TASK',
};

/** `SERVICE_TASK`, `MULTI_INSTANCE_BODY`, … */
export const elementType = ({ kind }: Node): string =>
  TYPES[kind] ?? kind.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** What start instructions and modifications may activate, in the order in which modifications list it. */
const ACTIVATABLE: readonly string[] = [
  'PROCESS',
  'SUB_PROCESS',
  'EVENT_SUB_PROCESS',
  'INTERMEDIATE_CATCH_EVENT',
  'INTERMEDIATE_THROW_EVENT',
  'END_EVENT',
  'SERVICE_TASK',
  'RECEIVE_TASK',
  'USER_TASK',
  'MANUAL_TASK',
  'TASK',
  'EXCLUSIVE_GATEWAY',
  'PARALLEL_GATEWAY',
  'EVENT_BASED_GATEWAY',
  'INCLUSIVE_GATEWAY',
  'MULTI_INSTANCE_BODY',
  'CALL_ACTIVITY',
  'BUSINESS_RULE_TASK',
  'SCRIPT_TASK',
  'SEND_TASK',
];
/** `[PROCESS, SUB_PROCESS, …]` */
export const activatableTypes = `[${ACTIVATABLE.join(', ')}]`;
export const isActivatable = (type: string): boolean => ACTIVATABLE.includes(type);
