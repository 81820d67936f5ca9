/** From a typed connector to what the runtime holds: inputs bound and checked, time limited, errors sorted, outputs checked. */
import type { z } from 'zod';
import { type BindingScope, bindInput, checkHeaders, type TaskHeaders } from './binding.ts';
import { type Environment, readConfig } from './config.ts';
import type { Connector, ConnectorContext } from './types.ts';
import { ConnectorError } from './types.ts';

export type CallContext = Omit<ConnectorContext<unknown>, 'config'>;

/** A connector as the studio and the publish check see it: no configuration needed. */
export interface ConnectorManifest
  extends Pick<
    Connector<unknown, unknown, unknown>,
    'type' | 'name' | 'description' | 'config' | 'input' | 'output' | 'resultName' | 'backoff' | 'timeoutMs'
  > {
  /** Problems of a task's headers, in words; empty when it can be published. */
  readonly check: (headers: TaskHeaders) => readonly string[];
  /** @throws ConfigError */
  readonly open: (environment: Environment) => BoundConnector;
}

/** A connector with its configuration. Every method throws ConnectorError and nothing else. */
export interface BoundConnector {
  readonly type: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly backoff: readonly number[];
  readonly timeoutMs: number;
  /** Input from headers and dossier; plain JSON, may lie in the outbox. */
  readonly bind: (headers: TaskHeaders, scope: BindingScope) => unknown;
  readonly call: (input: unknown, context: CallContext) => Promise<unknown>;
  /** After the output is committed; see Connector.settle. */
  readonly settle: (input: unknown, output: unknown, context: CallContext) => Promise<void>;
}

export function defineConnector<Config, Input, Output>(
  connector: Connector<Config, Input, Output>,
): ConnectorManifest {
  return {
    ...connector,
    check: (headers) => checkHeaders(headers, connector.input),
    open: (environment) => bound(connector, readConfig(connector.type, connector.config, environment)),
  };
}

function bound<Config, Input, Output>(
  connector: Connector<Config, Input, Output>,
  config: Config,
): BoundConnector {
  const within = (context: CallContext): ConnectorContext<Config> => ({
    ...context,
    config,
    signal: AbortSignal.any([context.signal, AbortSignal.timeout(connector.timeoutMs)]),
  });
  return {
    type: connector.type,
    name: connector.name,
    backoff: connector.backoff,
    timeoutMs: connector.timeoutMs,
    bind: (headers, scope) => bindInput(headers, scope, connector.input),
    async call(input, context) {
      const checked = parsed(connector.input, input, 'INVALID_INPUT', connector.type);
      const limited = within(context);
      const output = await guarded(connector.type, limited.signal, () => connector.handle(checked, limited));
      return parsed(connector.output, output, 'INVALID_OUTPUT', connector.type);
    },
    async settle(input, output, context) {
      if (!connector.settle) return;
      const settle = connector.settle;
      const limited = within(context);
      const given = parsed(connector.input, input, 'INVALID_INPUT', connector.type);
      const result = parsed(connector.output, output, 'INVALID_OUTPUT', connector.type);
      await guarded(connector.type, limited.signal, () => settle(given, result, limited));
    },
  };
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, code: string, type: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const reasons = result.error.issues.map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`);
  throw new ConnectorError(code, `${type}: ${reasons.join('; ')}`, 'permanent');
}

/** Ends with the signal even if the work does not listen to it. An unknown error is permanent: repeating a defect helps nobody. */
async function guarded<T>(type: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const stop = () => {
    const late = signal.reason?.name === 'TimeoutError';
    reject(
      new ConnectorError(
        late ? 'TIMEOUT' : 'ABORTED',
        `${type}: ${late ? 'no answer in time' : 'stopped on our side'}`,
        'transient',
        { cause: signal.reason },
      ),
    );
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([stopped, work()]);
  } catch (cause) {
    if (cause instanceof ConnectorError) throw cause;
    const name = cause instanceof Error ? cause.name : typeof cause;
    throw new ConnectorError('UNEXPECTED', `${type}: unexpected ${name}`, 'permanent', { cause });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
