/** Reading request fields: int64 without loss, keys of this partition only, documents, tenants. */
import { parseDocument } from '../feel/index.ts';
import type { Document, Key } from '../state/model.ts';
import { emptyDocument } from '../state/model.ts';
import { GatewayError } from './errors.ts';
import { status } from './grpc/status.ts';

/** What protobufjs makes of an int64. */
interface Int64 {
  readonly high: number;
  readonly low: number;
}
/** Fields of a decoded message; missing ones have their protobuf default. */
export type Fields = Readonly<Record<string, unknown>>;

export const text = (fields: Fields, name: string): string => fields[name] as string;
/** Empty when missing. */
export function bytes(fields: Fields, name: string): Uint8Array {
  const value = fields[name];
  return value instanceof Uint8Array ? value : new Uint8Array();
}
export const int32 = (fields: Fields, name: string): number => fields[name] as number;
export const flag = (fields: Fields, name: string): boolean => fields[name] as boolean;
export const texts = (fields: Fields, name: string): readonly string[] => (fields[name] as string[]) ?? [];
export const messages = (fields: Fields, name: string): readonly Fields[] => (fields[name] as Fields[]) ?? [];

/** Exact up to 2^53. */
export function int64(fields: Fields, name: string): number {
  const value = fields[name] as Int64 | number;
  return typeof value === 'number' ? value : value.high * 2 ** 32 + (value.low >>> 0);
}

/** Beyond it no time makes sense, and sums stay exact. */
const MAX_MILLISECONDS = 2 ** 52;

/** A duration in ms, within what a clock can hold (some clients ask for 2^63 − 1). */
export const milliseconds = (fields: Fields, name: string): number =>
  Math.max(-MAX_MILLISECONDS, Math.min(MAX_MILLISECONDS, int64(fields, name)));

const PARTITION_BITS = 51 - 32;

/** A key of partition 1; others belong to partitions that are not there. Below 2^52 a number is exact. */
export function key(fields: Fields, name: string): Key {
  const value = fields[name] as Int64 | number;
  const high = typeof value === 'number' ? Math.floor(value / 2 ** 32) : value.high;
  const partition = high >> PARTITION_BITS;
  if (partition !== 1) {
    checkDocument(fields);
    throw new GatewayError(
      status.UNAVAILABLE,
      `Expected to execute command on partition ${partition}, but either it does not exist, or the gateway is not yet aware of it`,
    );
  }
  return int64(fields, name);
}

/** PostgreSQL holds neither NUL nor lone surrogates: names that differ in nothing else would be one row. The later one counts. */
function storable(given: Document): Document {
  const fits = (name: string): boolean => name.isWellFormed() && !name.includes('\0');
  for (const name of given.keys())
    if (!fits(name))
      return new Map(
        [...given].map(([key, value]) => [key.toWellFormed().replaceAll('\0', '\ufffd'), value]),
      );
  return given;
}

/** Variables: a JSON object text; '' is the empty one. */
export function document(fields: Fields, name = 'variables'): Document {
  const json = text(fields, name);
  return json === '' || json === '{}' ? emptyDocument : storable(parseDocument(json, name));
}

/** Zeebe reads the variables before it looks at keys and tenants: what is wrong with them is told first. */
function checkDocument(fields: Fields): void {
  if (typeof fields.variables === 'string') document(fields);
}

const isDefaultTenant = (tenant: string): boolean => tenant.trim() === '' || tenant === '<default>';
export const TENANT = '<default>';

const tenantOf = (fields: Fields): string => (fields.tenantId as string | undefined) ?? '';

/** Refuses tenants: multi-tenancy is off. */
export function checkTenant(rpc: string, fields: Fields): void {
  const inner = fields.request as Fields | null | undefined;
  const named = [...texts(fields, 'tenantIds'), tenantOf(fields), inner ? tenantOf(inner) : ''];
  const other = named.find((tenant) => !isDefaultTenant(tenant));
  if (other === undefined) return;
  checkDocument(inner ?? fields);
  throw new GatewayError(
    status.INVALID_ARGUMENT,
    `Expected to handle gRPC request ${rpc} with tenant identifier '${other}', but multi-tenancy is disabled`,
  );
}
