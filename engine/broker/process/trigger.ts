/** A timer fired, a message or signal came, an error or escalation was thrown: what happens to the element that waited for it (zeebe.md 3.12). */
import type { BoundaryEventNode, Node, StartEventNode } from '../deploy/graph.ts';
import { setElement } from '../state/elements.ts';
import type { Document, ElementInstance } from '../state/model.ts';
import type { Engine } from './engine.ts';
import { closeSubscriptions } from './subscriptions.ts';
import { activate, complete, interrupt } from './transitions.ts';

/** Whether an element still takes a trigger of this node. */
export function accepts(owner: ElementInstance, node: Node): boolean {
  switch (node.kind) {
    case 'boundaryEvent':
      // an activity that waits in its output mappings is not interrupted any more
      return (
        owner.state === 'ACTIVATED' && !owner.whenTerminated && owner.parent?.interruptedBy === undefined
      );
    case 'startEvent':
      return owner.state === 'ACTIVATED' && owner.interruptedBy === undefined && !owner.whenTerminated;
    default:
      return owner.state === 'ACTIVATED';
  }
}

/** Triggers a catching node on the element that owns its subscription; false when the element takes no more triggers. */
export function trigger(engine: Engine, owner: ElementInstance, node: Node, variables: Document): boolean {
  if (!accepts(owner, node)) return false;
  if (node.kind === 'boundaryEvent') triggerBoundary(engine, owner, node, variables);
  else if (node.kind === 'startEvent') triggerEventSubProcess(engine, owner, node, variables);
  else if (owner.node.kind === 'eventBasedGateway') {
    closeSubscriptions(engine, owner);
    engine.steps.push({ type: 'complete', element: owner.key, variables, event: node.index });
  } else {
    closeSubscriptions(engine, owner, (waiting) => waiting === node);
    complete(engine, owner, variables);
  }
  return true;
}

function triggerBoundary(
  engine: Engine,
  host: ElementInstance,
  node: BoundaryEventNode,
  variables: Document,
): void {
  if (!node.interrupting) {
    if (host.parent) engine.enter(host.parent, node.index, variables);
    return;
  }
  setElement(engine.state, host, { whenTerminated: { node: node.index, variables } });
  closeSubscriptions(engine, host);
  engine.steps.push({ type: 'terminate', element: host.key });
}

function triggerEventSubProcess(
  engine: Engine,
  scope: ElementInstance,
  node: StartEventNode,
  variables: Document,
): void {
  if (!node.interrupting) {
    activate(engine, scope, node.scope, variables);
    return;
  }
  closeSubscriptions(engine, scope, (waiting) => waiting?.kind === 'startEvent');
  interrupt(engine, scope, node.scope, { node: node.scope, variables });
}
