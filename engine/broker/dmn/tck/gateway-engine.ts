/** An engine behind a gateway: the embedded broker or a real Zeebe. */
import { setTimeout as pause } from 'node:timers/promises';
import { Client, credentials, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { loadService } from '../../gateway/protocol.ts';
import type { DeployedModel, Engine } from './run.ts';

type Message = Record<string, unknown>;

/** Statuses of a broker that is busy or away for a moment; they say nothing about the model. */
const PASSING: ReadonlySet<number> = new Set([
  status.UNAVAILABLE,
  status.RESOURCE_EXHAUSTED,
  status.DEADLINE_EXCEEDED,
]);
const TRIES = 6;

const isPassing = ({ code, details }: ServiceError): boolean =>
  PASSING.has(code) || (code === status.INTERNAL && /channel|connection/i.test(details));

/** Engine at `host:port`. */
export function gatewayEngine(address: string): Engine {
  const service = loadService();
  const client = new Client(address, credentials.createInsecure());

  function callOnce(rpc: string, request: Message): Promise<Message> {
    const method = service[rpc];
    if (!method) throw new Error(`the protocol has no ${rpc}`);
    const options = { deadline: Date.now() + 30_000 };
    return new Promise((resolve, reject) => {
      client.makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        request,
        new Metadata({ waitForReady: true }),
        options,
        (error, answer) => (answer ? resolve(answer) : reject(error)),
      );
    });
  }

  async function call(rpc: string, request: Message): Promise<Message> {
    for (let tried = 1; ; tried++) {
      try {
        return await callOnce(rpc, request);
      } catch (error) {
        if (tried === TRIES || !isPassing(error as ServiceError)) throw error;
        await pause(500 * tried);
      }
    }
  }

  return {
    async deploy(name, content): Promise<DeployedModel | string> {
      let keys: ReadonlyMap<string, unknown>;
      try {
        const answer = await call('DeployResource', { resources: [{ name: `tck/${name}`, content }] });
        keys = decisionKeys(answer.deployments as Deployed[]);
      } catch (error) {
        return (error as ServiceError).details;
      }
      return {
        async evaluate(decisionId, variables) {
          const decisionKey = keys.get(decisionId);
          if (decisionKey === undefined) return { refused: `${decisionId} was not deployed` };
          try {
            const answer = await call('EvaluateDecision', { decisionKey, variables });
            return answer.failedDecisionId
              ? { failure: String(answer.failureMessage) }
              : { output: String(answer.decisionOutput) };
          } catch (error) {
            return { failure: (error as ServiceError).details };
          }
        },
      };
    },
    close: async () => client.close(),
  };
}

interface Deployed {
  readonly decision?: { readonly dmnDecisionId: string; readonly decisionKey: unknown } | null;
}

/** Keys by decision id, as the decoder made them. */
const decisionKeys = (deployments: readonly Deployed[]): ReadonlyMap<string, unknown> =>
  new Map(
    deployments.flatMap(({ decision }) =>
      decision ? [[decision.dmnDecisionId, decision.decisionKey] as const] : [],
    ),
  );
