/** Decisions on a broker: deployed, evaluated, called by a process, deleted, and all of it again after a restart. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bpmn, chain, element, end, input, ioMapping, output, start, task } from '../testing/bpmn.ts';
import { type Answer, type TestBroker, testBroker } from '../testing/client.ts';
import { decision, definitions, literal, table } from './testing/dmn.ts';

let broker: TestBroker;
beforeEach(async () => {
  broker = await testBroker();
});
afterEach(async () => broker.stop());

const deploy = async (text: string, name = 'd.dmn'): Promise<Answer[]> => {
  const resources = [{ name, content: Buffer.from(text) }];
  return (await broker.call('DeployResource', { resources })).deployments;
};
const evaluate = (decisionId: string, variables: object = {}): Promise<Answer> =>
  broker.call('EvaluateDecision', { decisionId, decisionKey: -1, variables: JSON.stringify(variables) });

const grade = (low: string): string =>
  definitions(
    'drg',
    decision(
      'grade',
      table(
        ['x'],
        ['r'],
        [
          [['< 5'], [low]],
          [['>= 5'], ['assert(x, x < 7, "too high")']],
        ],
      ),
    ),
  );

test('a decision is deployed in versions, evaluated, deleted; a restart changes nothing', async () => {
  const [first, firstFile] = await deploy(grade('"low"'));
  expect(first.decision).toMatchObject({ dmnDecisionId: 'grade', version: 1 });
  expect(firstFile.decisionRequirements).toMatchObject({ dmnDecisionRequirementsId: 'drg', version: 1 });
  expect((await deploy(grade('"low"')))[0].decision.decisionKey).toBe(first.decision.decisionKey);
  const [second, secondFile] = await deploy(grade('"little"'));
  expect(second.decision.version).toBe(2);

  await broker.restart();
  expect(await evaluate('grade', { x: 1 })).toMatchObject({
    decisionKey: second.decision.decisionKey,
    decisionOutput: '"little"',
    evaluatedDecisions: [
      {
        decisionType: 'DECISION_TABLE',
        evaluatedInputs: [{ inputName: 'L0', inputValue: '1' }],
        matchedRules: [{ ruleIndex: 1, evaluatedOutputs: [{ outputValue: '"little"' }] }],
      },
    ],
  });
  const old = await broker.call('EvaluateDecision', {
    decisionKey: first.decision.decisionKey,
    variables: '{"x":1}',
  });
  expect(old.decisionOutput).toBe('"low"');

  await broker.call('DeleteResource', {
    resourceKey: secondFile.decisionRequirements.decisionRequirementsKey,
  });
  await broker.restart();
  expect((await evaluate('grade', { x: 1 })).decisionOutput).toBe('"low"');
  // unlike a process, a deleted version's number is given again
  expect((await deploy(grade('"little"')))[0].decision.version).toBe(2);
});

test('a failed evaluation is an answer, not an error', async () => {
  await deploy(grade('"low"'));
  expect(await evaluate('grade', { x: 9 })).toMatchObject({
    decisionOutput: '',
    failedDecisionId: 'grade',
    failureMessage:
      "Expected to evaluate decision 'grade', but Assertion failure on evaluate the expression 'assert(x, x < 7, \"too high\")': too high",
  });
});

test('a decision moves between files and keeps counting', async () => {
  await deploy(definitions('one', decision('d', literal('1'))), 'one.dmn');
  const [moved] = await deploy(definitions('two', decision('d', literal('2'))), 'two.dmn');
  expect(moved.decision).toMatchObject({ version: 2, dmnDecisionRequirementsId: 'two' });
  const [back] = await deploy(definitions('one', decision('d', literal('1'))), 'one.dmn');
  expect(back.decision).toMatchObject({ version: 3, dmnDecisionRequirementsId: 'one' });
});

const process = (extensions: string): string =>
  bpmn(
    'p',
    `${start()}${element('businessRuleTask', 'decide', extensions)}${task('after')}${end()}${chain('start', 'decide', 'after', 'end')}`,
  );
const called = (id: string): string => `<zeebe:calledDecision decisionId="${id}" resultVariable="r" />`;

test('a business rule task calls the latest version with its variables', async () => {
  await deploy(grade('"low"'));
  await broker.deploy(process(`${called('=d')}${ioMapping(`${input('=y', 'x')}${output('=r', 'result')}`)}`));
  await broker.create('p', { d: 'grade', y: 2 });
  const job = await broker.job('after');
  expect(JSON.parse(job.variables)).toEqual({ d: 'grade', y: 2, result: 'low' });
});

test('an unknown decision and a failing one are incidents that can be resolved', async () => {
  await broker.deploy(process(called('grade')));
  const { processInstanceKey } = await broker.create('p', { x: 9 });
  const incident = async (): Promise<Answer> =>
    (await broker.sql('select incident_key, type, message from zeebe.incidents'))[0];
  const first = await incident();
  expect(first).toMatchObject({
    type: 'CALLED_DECISION_ERROR',
    message: "Expected to evaluate decision 'grade', but no decision found for id 'grade'",
  });
  await deploy(grade('"low"'));
  await broker.call('ResolveIncident', { incidentKey: first.incident_key });
  const second = await incident();
  expect(second.type).toBe('DECISION_EVALUATION_ERROR');
  await broker.call('SetVariables', { elementInstanceKey: processInstanceKey, variables: '{"x":1}' });
  await broker.call('ResolveIncident', { incidentKey: second.incident_key });
  expect(JSON.parse((await broker.job('after')).variables)).toEqual({ x: 1, r: 'low' });
});
