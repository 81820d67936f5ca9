/** Script tasks with a FEEL expression. */
import { toJson } from '../../feel/index.ts';
import type { Behaviour } from '../behaviour.ts';
import { scopeOf } from '../engine.ts';
import { evaluate } from '../evaluate.ts';
import { completeActivity } from '../job-work.ts';
import { applyInput } from '../mappings.ts';
import { open, prepare } from '../subscriptions.ts';
import { activated, complete } from '../transitions.ts';

export const scriptTask: Behaviour<'scriptTask'> = {
  activate(engine, element, node) {
    const failure = applyInput(engine, element);
    if (failure) return failure;
    const result = evaluate(node.expression, scopeOf(engine, element));
    if (!result.ok) return result.failure;
    const boundary = prepare(engine, element, node.boundary);
    if (!boundary.ok) return boundary.failure;
    open(engine, element, boundary.value);
    activated(engine, element);
    const text = toJson(result.value.value);
    complete(engine, element, new Map(text === undefined ? [] : [[node.resultVariable, text]]));
    return undefined;
  },
  complete: (engine, element, _node, variables) => completeActivity(engine, element, variables),
};
