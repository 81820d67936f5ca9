/** All built-in functions by name. */
import type { Env } from '../runtime.ts';
import type { FeelFunction } from '../values.ts';
import { booleanFunctions } from './boolean.ts';
import type { BuiltinTable } from './builtin.ts';
import { contextFunctions } from './context.ts';
import { conversionFunctions, timeFunctions } from './conversion.ts';
import { listFunctions } from './list.ts';
import { numericFunctions } from './numeric.ts';
import { rangeFunctions } from './range.ts';
import { stringFunctions } from './string.ts';
import { clockFunctions, temporalFunctions } from './temporal.ts';
import { zeebeFunctions } from './zeebe.ts';

const tables: readonly BuiltinTable[] = [
  conversionFunctions,
  booleanFunctions,
  stringFunctions,
  listFunctions,
  numericFunctions,
  contextFunctions,
  rangeFunctions,
  temporalFunctions,
  zeebeFunctions,
];
const byName = new Map<string, (env: Env) => readonly FeelFunction[]>(
  tables.flatMap((table) => Object.entries(table).map(([name, functions]) => [name, () => functions])),
);
for (const [name, create] of Object.entries(clockFunctions)) byName.set(name, create);
byName.set('time', timeFunctions);

const NONE: readonly FeelFunction[] = [];

/** The overloads of a built-in function, none for an unknown name. */
export const findBuiltins = (name: string): ((env: Env) => readonly FeelFunction[]) =>
  byName.get(name) ?? (() => NONE);
