/** A command: precondition, then either a rejection as a value or changes to the state (zeebe.md 1.8, 3). */
import type { Engine } from '../process/engine.ts';
import type { Document, Key } from '../state/model.ts';
import type { State } from '../state/state.ts';

export type RejectionType =
  | 'INVALID_ARGUMENT'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'INVALID_STATE'
  | 'PROCESSING_ERROR'
  | 'EXCEEDED_BATCH_RECORD_SIZE';

export interface Rejection {
  readonly ok: false;
  readonly type: RejectionType;
  readonly reason: string;
}
export type Outcome<T> = { readonly ok: true; readonly value: T } | Rejection;

export interface Command<T> {
  /** The broker's intent, as rejections name it. */
  readonly intent: string;
  /** Element or process instances that have to be in memory; keys that do not exist are no harm. */
  needs?(state: State): readonly Key[];
  process(engine: Engine): Outcome<T>;
  /** Bytes that its documents take in Zeebe's records, asked after `process`; more than a batch of records takes is refused. */
  recordBytes?(): number;
}

/** Bytes of a document, about. */
export function bytesOf(document: Document): number {
  let bytes = 0;
  for (const [name, value] of document) bytes += name.length + value.length;
  if (bytes < MAX_RECORD_BYTES / 8) return bytes;
  bytes = 0;
  for (const [name, value] of document) bytes += Buffer.byteLength(name) + Buffer.byteLength(value);
  return bytes;
}

/** 4 MB, less what other fields take. */
export const MAX_RECORD_BYTES = 4 * 1024 * 1024 - 2048;
/** What a command itself sets off is too large: it is refused. */
export class RecordsTooLarge extends Error {}

export const accept = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const reject = (type: RejectionType, reason: string): Rejection => ({ ok: false, type, reason });

/** The empty answer of many commands. */
export const done: Outcome<Readonly<Record<string, never>>> = { ok: true, value: {} };
export type Empty = Readonly<Record<string, never>>;
