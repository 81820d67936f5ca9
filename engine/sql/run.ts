/** Statements on one connection: in order, with one ending each; transactions and savepoints on top. */
import type { PoolClient, QueryResult } from 'pg';
import { DatabaseAway, databaseError, isLost } from './errors.ts';
import type { Result, Row, Sql, Statement, Transaction } from './index.ts';
import {
  type Compiled,
  compile,
  Identifier,
  Json,
  type Parameter,
  preparedName,
  Rows,
  Template,
  type Value,
} from './statement.ts';

interface Query extends Omit<Compiled, 'values'> {
  readonly values?: unknown[];
  /** Prepared under this name and kept. */
  readonly name?: string;
}
export type Run = (query: Query) => Promise<QueryResult<Row>>;

/** A connection in somebody's hands until `close`; afterwards it takes no statement from him any more. */
export function runner(client: PoolClient): { run: Run; lost(): Error | undefined; close(): void } {
  let broken: Error | undefined;
  let over = false;
  let last: Promise<unknown> = Promise.resolve();
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  const ask = async (query: Query) => {
    if (over) throw new TypeError('a statement after the end of its transaction');
    if (broken) throw new DatabaseAway(broken);
    try {
      return await client.query<Row>(query);
    } catch (error) {
      if (isLost(error) && !(error instanceof TypeError)) broken ??= error as Error;
      throw databaseError(error);
    }
  };
  return {
    run: (query) => {
      const next = last.then(() => ask(query));
      last = next.catch(() => undefined);
      return next;
    },
    lost: () => broken,
    close: () => {
      over = true;
      client.off('error', onError);
    },
  };
}

function result<T extends readonly object[]>(answer: QueryResult<Row>): Result<T> {
  // Several statements in one text give several answers: the last counts.
  const one = (Array.isArray(answer) ? (answer as QueryResult<Row>[]).at(-1) : answer) as QueryResult<Row>;
  return Object.defineProperty(one.rows, 'count', { value: one.rowCount ?? 0 }) as unknown as Result<T>;
}

class Pending<T extends readonly object[]> extends Template implements Statement<T> {
  readonly #run: Run;
  #answer: Promise<Result<T>> | undefined;
  constructor(run: Run, strings: readonly string[], values: readonly Value[]) {
    super(strings, values);
    this.#run = run;
  }
  async #start(): Promise<Result<T>> {
    const { text, values } = compile(this);
    return result<T>(await this.#run({ text, values, name: preparedName(text) }));
  }
  // biome-ignore lint/suspicious/noThenProperty: awaiting a statement runs it
  then<A = Result<T>, B = never>(
    done?: ((value: Result<T>) => A | PromiseLike<A>) | null,
    failed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#answer ??= this.#start();
    return this.#answer.then(done, failed);
  }
  catch<R>(failed: (error: unknown) => R | PromiseLike<R>): Promise<Result<T> | R> {
    return this.then(undefined, failed);
  }
}

/** The template tag whose statements go through `run`. */
export function tag(run: Run): Sql {
  const sql = (first: TemplateStringsArray | string | readonly object[], ...rest: unknown[]) => {
    if (typeof first === 'string') return new Identifier(first);
    if ('raw' in first) return new Pending(run, first, rest as Value[]);
    return new Rows(first, rest as string[]);
  };
  return Object.assign(sql, {
    json: (value: unknown) => new Json(value),
    unsafe: async <T extends readonly object[]>(text: string, values?: readonly Parameter[]) => {
      const compiled = values && compile(new Template(['', ...values.map(() => '')], values));
      return result<T>(await run({ text, ...(compiled && { values: compiled.values }) }));
    },
  }) as Sql;
}

/** Runs `work` between begin and commit; throws what failed first, also when `work` overlooked it. */
export async function transact<R>(run: Run, work: (tx: Transaction) => Promise<R>): Promise<R> {
  let failure: { readonly error: unknown } | undefined;
  const watched: Run = (query) => {
    const answer = run(query);
    answer.catch((error: unknown) => {
      failure ??= { error };
    });
    return answer;
  };
  let points = 0;
  const sql = tag(watched);
  const tx: Transaction = Object.assign(sql, {
    savepoint: async <S>(inner: (tx: Transaction) => Promise<S>): Promise<S> => {
      const point = `s${++points}`;
      await run({ text: `savepoint ${point}` });
      const before = failure;
      try {
        const value = await inner(tx);
        if (failure !== before && failure) throw failure.error;
        await run({ text: `release savepoint ${point}` });
        return value;
      } catch (error) {
        await run({ text: `rollback to savepoint ${point}` });
        failure = before;
        throw error;
      }
    },
  });
  await run({ text: 'begin' });
  try {
    const value = await work(tx);
    if (failure) throw failure.error;
    const { command } = await run({ text: 'commit' });
    // PostgreSQL answers the commit of a failed transaction with a rollback, and without an error.
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back');
    return value;
  } catch (error) {
    // On a lost connection PostgreSQL has rolled back by itself.
    await run({ text: 'rollback' }).catch(() => undefined);
    throw error;
  }
}
