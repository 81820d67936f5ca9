/**
 * The broker against itself, another address or a real Zeebe: throughput, latency, CPU and writes per instance (`npm run bench -- broker`).
 * Options: `--zeebe` (starts a real 8.5.8), `--address host:port` (any engine; again for more), `--models`, `--clients`, `--rounds`,
 * `--seconds`, `--worker stream|poll`, `--library lean|grpc-js` (of the driver), `--open` (numbers of open instances), `--main <file>` (another copy of our broker's main.ts; again for more), `--only load|open|pollers|ceilings`.
 */
import { parseArgs } from 'node:util';
import { benchCeilings } from './broker/ceilings.ts';
import { type Engine, engineAt, startDriver, startOurs, startRealZeebe } from './broker/engines.ts';
import { type LoadPlan, measureLoad } from './broker/load.ts';
import { benchOpen, benchPollers } from './broker/open.ts';

const numbers = (text: string): number[] => text.split(',').map(Number);

type Parts = 'load' | 'open' | 'pollers' | 'ceilings';

/** Figures as they come, one object per line. */
export async function* benchBroker(args: readonly string[]): AsyncGenerator<object> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      zeebe: { type: 'boolean', default: false },
      address: { type: 'string', multiple: true, default: [] },
      models: { type: 'string', default: 'one-task,ten-task,typical' },
      clients: { type: 'string', default: '1,32,128' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '8' },
      'warm-up': { type: 'string', default: '20' },
      worker: { type: 'string', default: 'stream' },
      library: { type: 'string', default: 'lean' },
      open: { type: 'string', default: '0,10000,200000' },
      only: { type: 'string', default: 'load,open,pollers,ceilings' },
      main: { type: 'string', multiple: true, default: [] },
      'node-options': { type: 'string', default: '' },
    },
  });
  const parts = new Set(values.only.split(',') as Parts[]);
  const plan: LoadPlan = {
    models: values.models.split(','),
    clients: numbers(values.clients),
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    warmUp: Number(values['warm-up']),
    worker: values.worker === 'poll' ? 'poll' : 'stream',
    library: values.library === 'grpc-js' ? 'grpc-js' : 'lean',
  };
  const nodeOptions = values['node-options'].split(' ').filter(Boolean);
  if (parts.has('load')) {
    const engines: Engine[] = values.address.map(engineAt);
    const driver = startDriver();
    try {
      if (engines.length === 0) engines.push(await startOurs({ nodeOptions }));
      for (const main of values.main) engines.push(await startOurs({ main, nodeOptions }));
      if (values.zeebe) engines.push(await startRealZeebe());
      yield* measureLoad(engines, driver, plan);
    } finally {
      driver.stop();
      for (const engine of engines) await engine.stop();
    }
  }
  if (parts.has('open')) yield* benchOpen(numbers(values.open), plan);
  if (parts.has('pollers')) yield* benchPollers(plan);
  if (parts.has('ceilings')) yield* benchCeilings(plan);
}
