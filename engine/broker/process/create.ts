/** Creating process instances. */

import { compiled } from '../deploy/definitions.ts';
import type { NodeId } from '../deploy/graph.ts';
import { createElement, createInstance, setElement } from '../state/elements.ts';
import type { Definition, Document, ElementInstance } from '../state/model.ts';
import { newKey } from '../state/state.ts';
import { mergeLocal } from '../state/variables.ts';
import type { Engine } from './engine.ts';
import { activate } from './transitions.ts';

/** How an instance begins: `root` variables go to the process, `event` variables to the start event. */
export interface Beginning {
  readonly start: NodeId;
  readonly root?: Document;
  readonly event?: Document;
}

/** Creates an instance and queues the activation of its start event. Returns its process element. */
export function startInstance(engine: Engine, definition: Definition, beginning: Beginning): ElementInstance {
  const { state } = engine;
  const graph = compiled(definition);
  const key = newKey(state);
  const instance = createInstance(state, key, definition);
  const root = createElement(state, key, instance, graph.nodes[0], undefined);
  if (beginning.root) mergeLocal(state, root, beginning.root);
  setElement(state, root, { state: 'ACTIVATED' });
  activate(engine, root, beginning.start, beginning.event);
  return root;
}
