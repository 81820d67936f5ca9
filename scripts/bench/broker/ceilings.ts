/** What the machine allows: an echo over grpc-js, and bare commits of Postgres. */
import { fork } from 'node:child_process';
import type { LoadPlan } from './load.ts';

export async function* benchCeilings(_plan: LoadPlan): AsyncGenerator<object> {
  yield { fork: fork.name };
}
