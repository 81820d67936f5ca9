/** The RPCs that answer once. */
import type { Core } from '../broker.ts';
import { cancelInstanceCommand } from '../commands/cancel-instance.ts';
import type { Command } from '../commands/command.ts';
import { type CreateInstance, createInstanceCommand } from '../commands/create-instance.ts';
import { evaluateDecisionCommand } from '../commands/evaluate-decision.ts';
import { migrateInstanceCommand } from '../commands/migrate-instance.ts';
import { modifyInstanceCommand } from '../commands/modify-instance.ts';
import { resolveIncidentCommand } from '../commands/resolve-incident.ts';
import { setVariablesCommand } from '../commands/set-variables.ts';
import { type Deployment, deleteResourceCommand, deployCommand } from '../deploy/deploy.ts';
import {
  completeJobCommand,
  failJobCommand,
  throwErrorCommand,
  updateRetriesCommand,
  updateTimeoutCommand,
} from '../jobs/commands.ts';
import { publishMessageCommand } from '../messages/publish.ts';
import { broadcastSignalCommand } from '../signals/broadcast.ts';
import type { Definition, Form } from '../state/model.ts';
import { decisionMetadata, evaluationFields } from './decisions.ts';
import { GatewayError, rejected } from './errors.ts';
import { status } from './grpc/status.ts';
import { migrateRequest, modifyRequest } from './plans.ts';
import {
  bytes,
  document,
  type Fields,
  flag,
  int32,
  int64,
  key,
  messages,
  milliseconds,
  TENANT,
  text,
  texts,
} from './request.ts';

export type Unary = (request: Fields) => Promise<Fields>;
type Unaries = Readonly<Record<string, Unary>>;

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** The protocol this broker speaks; clients look at it. */
const VERSION = '8.5.8';
const DEFAULT_REQUEST_TIMEOUT = 15_000;

const processMetadata = (definition: Definition): Fields => ({
  bpmnProcessId: definition.bpmnProcessId,
  version: definition.version,
  processDefinitionKey: definition.key,
  resourceName: definition.resourceName,
  tenantId: TENANT,
});

const formMetadata = ({ formId, version, key: formKey, resourceName }: Form): Fields => ({
  formId,
  version,
  formKey,
  resourceName,
  tenantId: TENANT,
});

/** What a missing inner request is to a client: all defaults. */
const noRequest: Fields = { processDefinitionKey: 0, bpmnProcessId: '', version: 0, variables: '' };

const createRequest = (request: Fields): CreateInstance => ({
  processDefinitionKey: int64(request, 'processDefinitionKey'),
  bpmnProcessId: text(request, 'bpmnProcessId'),
  version: int32(request, 'version'),
  variables: document(request),
  startAt: messages(request, 'startInstructions').map((instruction) => text(instruction, 'elementId')),
});

/** All unary RPCs of the service by name. */
export function unaryMethods(core: Core, address: () => Address): Unaries {
  /** Sends a command; those that finish work under way are taken under any load (zeebe.md 5.7). */
  async function send<T>(command: Command<T>, mayWait = false): Promise<T> {
    const outcome = await core.submit(command, { mayWait });
    if (!outcome.ok) throw rejected(command.intent, outcome);
    return outcome.value;
  }

  async function createWithResult(request: Fields): Promise<Fields> {
    const fetch = texts(request, 'fetchVariables');
    const requested = milliseconds(request, 'requestTimeout');
    const wait = requested > 0 ? requested : DEFAULT_REQUEST_TIMEOUT;
    const inner = createRequest((request.request as Fields | null) ?? noRequest);
    const result = Promise.withResolvers<string>();
    const timeout = setTimeout(() => result.reject(timedOut(wait)), Math.min(wait, 2 ** 31 - 1));
    let stop = (): void => undefined;
    const command = createInstanceCommand(inner, (instance) => {
      stop = core.awaitResult(instance, { fetch, succeed: result.resolve, fail: result.reject });
    });
    try {
      const [created, variables] = await Promise.all([send(command), result.promise]);
      return { ...created, variables, tenantId: TENANT };
    } finally {
      clearTimeout(timeout);
      stop();
    }
  }

  const deployed = (deployment: Deployment): Fields => ({
    key: deployment.key,
    tenantId: TENANT,
    deployments: [
      ...deployment.processes.map((definition) => ({ process: processMetadata(definition) })),
      ...decisionMetadata(deployment.decisions),
      ...deployment.forms.map((form) => ({ form: formMetadata(form) })),
    ],
  });

  return {
    Topology: async () => {
      const { host, port } = address();
      const health = core.isReady() ? 0 : 1;
      return {
        brokers: [
          { nodeId: 0, host, port, version: VERSION, partitions: [{ partitionId: 1, role: 0, health }] },
        ],
        clusterSize: 1,
        partitionsCount: 1,
        replicationFactor: 1,
        gatewayVersion: VERSION,
      };
    },
    DeployResource: async (request) =>
      deployed(await send(deployCommand(messages(request, 'resources').map(resourceOf('content'))), true)),
    DeployProcess: async (request) => {
      const resources = messages(request, 'processes').map(resourceOf('definition'));
      const deployment = await send(deployCommand(resources), true);
      return { key: deployment.key, processes: deployment.processes.map(processMetadata) };
    },
    DeleteResource: async (request) => send(deleteResourceCommand(key(request, 'resourceKey'))),
    CreateProcessInstance: async (request) => ({
      ...(await send(createInstanceCommand(createRequest(request)))),
      tenantId: TENANT,
    }),
    CreateProcessInstanceWithResult: createWithResult,
    CancelProcessInstance: async (request) =>
      send(cancelInstanceCommand(key(request, 'processInstanceKey')), true),
    CompleteJob: async (request) => send(completeJobCommand(key(request, 'jobKey'), document(request)), true),
    FailJob: async (request) =>
      send(
        failJobCommand(key(request, 'jobKey'), {
          retries: int32(request, 'retries'),
          errorMessage: text(request, 'errorMessage'),
          retryBackOff: milliseconds(request, 'retryBackOff'),
          variables: document(request),
        }),
        true,
      ),
    ThrowError: async (request) =>
      send(
        throwErrorCommand(key(request, 'jobKey'), {
          errorCode: text(request, 'errorCode'),
          errorMessage: text(request, 'errorMessage'),
          variables: document(request),
        }),
      ),
    UpdateJobRetries: async (request) =>
      send(updateRetriesCommand(key(request, 'jobKey'), int32(request, 'retries'))),
    UpdateJobTimeout: async (request) =>
      send(updateTimeoutCommand(key(request, 'jobKey'), milliseconds(request, 'timeout'))),
    PublishMessage: async (request) => ({
      ...(await send(
        publishMessageCommand({
          name: text(request, 'name'),
          correlationKey: text(request, 'correlationKey'),
          timeToLive: milliseconds(request, 'timeToLive'),
          messageId: text(request, 'messageId'),
          variables: document(request),
        }),
      )),
      tenantId: TENANT,
    }),
    ResolveIncident: async (request) => send(resolveIncidentCommand(key(request, 'incidentKey'))),
    SetVariables: async (request) =>
      send(
        setVariablesCommand({
          elementInstanceKey: key(request, 'elementInstanceKey'),
          variables: document(request),
          local: flag(request, 'local'),
        }),
      ),
    BroadcastSignal: async (request) => ({
      ...(await send(broadcastSignalCommand(text(request, 'signalName'), document(request)))),
      tenantId: TENANT,
    }),
    EvaluateDecision: async (request) =>
      evaluationFields(
        await send(
          evaluateDecisionCommand({
            decisionId: text(request, 'decisionId'),
            decisionKey: int64(request, 'decisionKey'),
            variables: document(request),
          }),
        ),
      ),
    MigrateProcessInstance: async (request) => send(migrateInstanceCommand(migrateRequest(request))),
    ModifyProcessInstance: async (request) => send(modifyInstanceCommand(modifyRequest(request))),
  };
}

const resourceOf = (content: string) => (resource: Fields) => ({
  name: text(resource, 'name'),
  content: bytes(resource, content),
});

const timedOut = (wait: number): GatewayError =>
  new GatewayError(
    status.DEADLINE_EXCEEDED,
    `Time out between gateway and broker: Request timed out after PT${wait / 1000}S`,
  );
