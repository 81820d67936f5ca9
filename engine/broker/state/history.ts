/** What is kept of instances for their history: the elements they have left, until that is written. */
import type { ElementInstance, Instance, Key } from './model.ts';

/** The part of an instance's path that is not written yet. */
export interface Path {
  /** A line per element that has ended: time (epoch ms), `!` when it was terminated, and its id. */
  text: string;
  /** An earlier part is in `zeebe.path`. */
  saved: boolean;
}

/** An instance that has ended. */
export interface EndedInstance {
  readonly instance: Instance;
  readonly parentKey: Key | undefined;
  readonly state: 'COMPLETED' | 'TERMINATED';
  /** Epoch ms. */
  readonly at: number;
}

export interface History {
  /** Epoch ms by the broker's clock, set for each batch. */
  now: number;
  /** Running instances with something to write. */
  readonly unsaved: Set<Instance>;
  /** Instances that ended in this batch. */
  readonly ended: Map<Key, EndedInstance>;
}

/** A path is cut where it gets longer than this between two writes. */
const MAX_TEXT = 64_000;

export const createHistory = (): History => ({ now: 0, unsaved: new Set(), ended: new Map() });
export const newPath = (): Path => ({ text: '', saved: false });

/** Notes that an element has ended, and with the process its instance; returns how to take it back. */
export function noteEnd(
  history: History,
  path: Path,
  element: ElementInstance,
  terminated: boolean,
  parentKey: Key | undefined,
): () => void {
  const { instance } = element;
  const { text } = path;
  const wasUnsaved = history.unsaved.has(instance);
  if (text.length < MAX_TEXT) path.text += `${history.now} ${terminated ? '!' : ''}${element.node.id}\n`;
  if (element.parent) {
    history.unsaved.add(instance);
  } else {
    history.unsaved.delete(instance);
    const state = terminated ? 'TERMINATED' : 'COMPLETED';
    history.ended.set(instance.key, { instance, parentKey, state, at: history.now });
  }
  return () => {
    path.text = text;
    if (!element.parent) history.ended.delete(instance.key);
    if (wasUnsaved) history.unsaved.add(instance);
    else history.unsaved.delete(instance);
  };
}
