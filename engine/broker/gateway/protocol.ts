/** The service `gateway_protocol.Gateway`, read at run time from the definition that the Apache-licensed client package carries. */
import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import type protobuf from 'protobufjs';
import { protocolRoot } from './protocol-source.ts';

type Message = Record<string, unknown>;
export type Method = MethodDefinition<Message, Message>;

function codec(type: protobuf.Type) {
  return {
    serialize: (message: Message): Buffer => type.encode(message).finish() as Buffer,
    deserialize: (bytes: Buffer): Message => type.decode(bytes) as unknown as Message,
  };
}

/** Definition for grpc-js, every RPC of the service. */
export function loadService(): ServiceDefinition<Record<string, Message>> & Record<string, Method> {
  const root = protocolRoot();
  const service = root.lookupService('gateway_protocol.Gateway');
  service.resolveAll();
  const definition: Record<string, Method> = {};
  for (const rpc of Object.values(service.methods)) {
    rpc.resolve();
    const { resolvedRequestType, resolvedResponseType } = rpc;
    if (!resolvedRequestType || !resolvedResponseType) throw new Error(`${rpc.name} has no types`);
    const request = codec(resolvedRequestType);
    const response = codec(resolvedResponseType);
    definition[rpc.name] = {
      path: `/gateway_protocol.Gateway/${rpc.name}`,
      requestStream: false,
      responseStream: rpc.responseStream ?? false,
      requestSerialize: request.serialize,
      requestDeserialize: request.deserialize,
      responseSerialize: response.serialize,
      responseDeserialize: response.deserialize,
      originalName: rpc.name,
    };
  }
  return definition as ServiceDefinition<Record<string, Message>> & Record<string, Method>;
}
