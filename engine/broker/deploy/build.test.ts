/** The graph of a typical administrative process. */
import { expect, it } from 'vitest';
import { type ProcessGraph, parseBpmn } from './index.ts';

const MODEL = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="x">
  <bpmn:process id="marriage" isExecutable="true">
    <bpmn:startEvent id="submitted"><bpmn:outgoing>f1</bpmn:outgoing><bpmn:messageEventDefinition id="m1" messageRef="start"/></bpmn:startEvent>
    <bpmn:userTask id="receive">
      <bpmn:extensionElements>
        <zeebe:assignmentDefinition candidateGroups="reception, registrar"/>
        <zeebe:taskHeaders><zeebe:header key="a" value="1"/><zeebe:header key="empty" value=""/></zeebe:taskHeaders>
        <zeebe:ioMapping><zeebe:output source="=action" target="receptionAction"/></zeebe:ioMapping>
      </bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:exclusiveGateway id="decide" default="f3">
      <bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing><bpmn:outgoing>f4</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:serviceTask id="sign">
      <bpmn:extensionElements><zeebe:taskDefinition type="motcua.signing.sign" retries="=n"/></bpmn:extensionElements>
      <bpmn:incoming>f3</bpmn:incoming><bpmn:outgoing>f5</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:boundaryEvent id="late" attachedToRef="sign" cancelActivity="false">
      <bpmn:outgoing>f6</bpmn:outgoing><bpmn:timerEventDefinition id="t1"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    <bpmn:endEvent id="done"><bpmn:incoming>f5</bpmn:incoming></bpmn:endEvent>
    <bpmn:endEvent id="refused"><bpmn:incoming>f4</bpmn:incoming><bpmn:terminateEventDefinition id="t2"/></bpmn:endEvent>
    <bpmn:endEvent id="warned"><bpmn:incoming>f6</bpmn:incoming></bpmn:endEvent>
    <bpmn:subProcess id="withdrawal" triggeredByEvent="true">
      <bpmn:startEvent id="withdrawn"><bpmn:messageEventDefinition id="m2" messageRef="withdraw"/></bpmn:startEvent>
    </bpmn:subProcess>
    <bpmn:sequenceFlow id="f1" sourceRef="submitted" targetRef="receive"/>
    <bpmn:sequenceFlow id="f2" sourceRef="receive" targetRef="decide"/>
    <bpmn:sequenceFlow id="f3" sourceRef="decide" targetRef="sign"/>
    <bpmn:sequenceFlow id="f4" sourceRef="decide" targetRef="refused"><bpmn:conditionExpression>=receptionAction = "refuse"</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="f5" sourceRef="sign" targetRef="done"/>
    <bpmn:sequenceFlow id="f6" sourceRef="late" targetRef="warned"/>
    <bpmn:textAnnotation id="note"><bpmn:text>x</bpmn:text></bpmn:textAnnotation>
  </bpmn:process>
  <bpmn:message id="start" name="=&quot;marriage&quot; + &quot;.submitted&quot;"/>
  <bpmn:message id="withdraw" name="marriage.withdrawn"><bpmn:extensionElements><zeebe:subscription correlationKey="=dossierId"/></bpmn:extensionElements></bpmn:message>
</bpmn:definitions>`;

function graphOf(text: string): ProcessGraph {
  const result = parseBpmn('marriage.bpmn', new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.message);
  const [graph] = result.processes;
  if (!graph) throw new Error('no process');
  return graph;
}

/** Flows by id, expressions by source, to read the snapshot. */
const readable = (graph: ProcessGraph): unknown =>
  JSON.parse(
    JSON.stringify(graph.nodes, (key, value: unknown) => {
      if (key === 'outgoing' || key === 'incoming')
        return (value as { id: string }[]).map(({ id }) => id).join(' ');
      if (key === 'defaultFlow') return (value as { id: string }).id;
      return value;
    }),
  );

it('builds the graph of a typical process', () => {
  expect(readable(graphOf(MODEL))).toMatchInlineSnapshot(`
    [
      {
        "boundary": [],
        "eventStarts": [
          1,
        ],
        "eventSubProcesses": [
          9,
        ],
        "id": "marriage",
        "incoming": "",
        "index": 0,
        "kind": "process",
        "outgoing": "",
        "scope": -1,
      },
      {
        "boundary": [],
        "event": {
          "name": {
            "text": "marriage.submitted",
          },
          "type": "message",
        },
        "eventSubProcesses": [],
        "id": "submitted",
        "incoming": "",
        "index": 1,
        "interrupting": true,
        "kind": "startEvent",
        "outgoing": "f1",
        "scope": 0,
      },
      {
        "boundary": [],
        "eventSubProcesses": [],
        "id": "receive",
        "incoming": "f1",
        "index": 2,
        "ioOut": {
          "context": {
            "source": "{receptionAction:action}",
          },
        },
        "kind": "userTask",
        "outgoing": "f2",
        "scope": 0,
        "userTask": {
          "candidateGroups": {
            "items": [
              "reception",
              "registrar",
            ],
          },
          "headers": [
            [
              "a",
              "1",
            ],
          ],
          "native": false,
        },
      },
      {
        "boundary": [],
        "defaultFlow": "f3",
        "eventSubProcesses": [],
        "id": "decide",
        "incoming": "f2",
        "index": 3,
        "kind": "exclusiveGateway",
        "outgoing": "f4 f3",
        "scope": 0,
      },
      {
        "boundary": [
          5,
        ],
        "eventSubProcesses": [],
        "id": "sign",
        "incoming": "f3",
        "index": 4,
        "job": {
          "headers": [],
          "retries": {
            "feel": {
              "source": "n",
            },
          },
          "type": {
            "text": "motcua.signing.sign",
          },
        },
        "kind": "serviceTask",
        "outgoing": "f5",
        "scope": 0,
      },
      {
        "attachedTo": 4,
        "boundary": [],
        "event": {
          "timer": "duration",
          "type": "timer",
          "value": {
            "text": "PT1H",
          },
        },
        "eventSubProcesses": [],
        "id": "late",
        "incoming": "",
        "index": 5,
        "interrupting": false,
        "kind": "boundaryEvent",
        "outgoing": "f6",
        "scope": 0,
      },
      {
        "boundary": [],
        "event": {
          "type": "none",
        },
        "eventSubProcesses": [],
        "id": "done",
        "incoming": "f5",
        "index": 6,
        "kind": "endEvent",
        "outgoing": "",
        "scope": 0,
      },
      {
        "boundary": [],
        "event": {
          "type": "terminate",
        },
        "eventSubProcesses": [],
        "id": "refused",
        "incoming": "f4",
        "index": 7,
        "kind": "endEvent",
        "outgoing": "",
        "scope": 0,
      },
      {
        "boundary": [],
        "event": {
          "type": "none",
        },
        "eventSubProcesses": [],
        "id": "warned",
        "incoming": "f6",
        "index": 8,
        "kind": "endEvent",
        "outgoing": "",
        "scope": 0,
      },
      {
        "boundary": [],
        "eventSubProcesses": [],
        "id": "withdrawal",
        "incoming": "",
        "index": 9,
        "kind": "eventSubProcess",
        "outgoing": "",
        "scope": 0,
        "start": 10,
      },
      {
        "boundary": [],
        "event": {
          "correlationKey": {
            "source": "dossierId",
          },
          "name": {
            "text": "marriage.withdrawn",
          },
          "type": "message",
        },
        "eventSubProcesses": [],
        "id": "withdrawn",
        "incoming": "",
        "index": 10,
        "interrupting": true,
        "kind": "startEvent",
        "outgoing": "",
        "scope": 9,
      },
    ]
  `);
});

it('puts conditions on the flows and indexes nodes by id', () => {
  const graph = graphOf(MODEL);
  const flow = graph.flows.find(({ id }) => id === 'f4');
  expect(flow?.condition?.source).toBe('receptionAction = "refuse"');
  expect(graph.byId.get('sign')).toBe(graph.nodes.findIndex(({ id }) => id === 'sign'));
  expect(graph.flows.every(({ index }, at) => index === at)).toBe(true);
});
