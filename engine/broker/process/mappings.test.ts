/** I/O mappings and variable propagation (zeebe.md 3.4). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bpmn, chain, end, input, ioMapping, output, start, task } from '../testing/bpmn.ts';
import { type TestBroker, testBroker } from '../testing/client.ts';

let broker: TestBroker;
let count = 0;
beforeAll(async () => {
  broker = await testBroker();
});
afterAll(() => broker.stop());

/** Runs `start → work → after`, completing `work` with `result`; returns what both jobs saw. */
async function runWith(mappings: string, variables: object, result: object) {
  const id = `m${count++}`;
  const io = mappings ? ioMapping(mappings) : '';
  await broker.deploy(
    bpmn(
      id,
      `${start()}${task('work', io, `${id}w`)}${task('after', '', `${id}a`)}${end()}${chain('start', 'work', 'after', 'end')}`,
    ),
  );
  const { processInstanceKey } = await broker.create(id, variables);
  const job = await broker.job(`${id}w`);
  await broker.complete(job, result);
  const [after] = await broker.activate(`${id}a`);
  return { processInstanceKey, seen: JSON.parse(job.variables), after: after && JSON.parse(after.variables) };
}

test('without mappings the results go to the root', async () => {
  const { after } = await runWith('', { a: 1 }, { a: 2, b: 3 });
  expect(after).toEqual({ a: 2, b: 3 });
});

test('an input-mapped name swallows a result that differs and lets an equal one through', async () => {
  expect((await runWith(input('=1', 'x'), {}, { x: 2 })).after).toEqual({});
  expect((await runWith(input('=1', 'x'), {}, { x: 1 })).after).toEqual({ x: 1 });
});

test('output mappings replace the propagation', async () => {
  const { after } = await runWith(output('=r.v', 'out'), {}, { r: { v: 1 }, s: 2 });
  expect(after).toEqual({ out: 1 });
});

test('static sources are strings, later entries read earlier ones, the last of two wins', async () => {
  const { seen } = await runWith(
    input('5', 'text') + input('=a + 1', 'b') + input('=b * 10', 'c') + input('=1', 'd') + input('=2', 'd'),
    { a: 1, b: 100 },
    {},
  );
  expect(seen).toEqual({ a: 1, text: '5', b: 2, c: 20, d: 2 });
});

test('nested targets build objects; outputs merge into what is there', async () => {
  const { seen, after } = await runWith(
    input('=1', 'in.a') + output('=9', 'o.p.q'),
    { o: { s: 1, p: { r: 2 } }, in: { z: 0 } },
    {},
  );
  expect(seen.in).toEqual({ a: 1 });
  expect(after.o).toEqual({ s: 1, p: { r: 2, q: 9 } });
});

test('large integers and floats keep their form', async () => {
  const id = 'numbers';
  await broker.deploy(bpmn(id, `${start()}${task('work', '', 'numbers')}${chain('start', 'work')}`));
  await broker.call('CreateProcessInstance', {
    bpmnProcessId: id,
    version: -1,
    variables:
      '{ "big": 9007199254740993, "f": 100.0, "e": 1e20, "o": {"b": 1, "a": [ 1.5 ]}, "t": "\\u00e9" }',
  });
  const job = await broker.job('numbers');
  expect(job.variables).toBe('{"e":1.0E20,"f":100.0,"o":{"b":1,"a":[1.5]},"t":"é","big":9007199254740993}');
});

test('a failing input mapping stops before the job, a failing output mapping after it', async () => {
  const failing = await runWith(output('=assert(y, y != null, &quot;boom&quot;)', 'out'), {}, {}).catch(
    (error) => error,
  );
  expect(failing.after).toBeUndefined();
  const [incident] = await broker.sql(
    `select * from zeebe.incidents where process_instance_key = ${failing.processInstanceKey}`,
  );
  expect(incident.type).toBe('IO_MAPPING_ERROR');
  expect(incident.message).toContain(
    'Assertion failure on evaluate the expression \'{out:assert(y, y != null, "boom")}\': boom',
  );
  expect(
    await broker.sql(`select * from zeebe.job where process_instance_key = ${failing.processInstanceKey}`),
  ).toHaveLength(0);
  await broker.call('SetVariables', { elementInstanceKey: failing.processInstanceKey, variables: '{"y":7}' });
  await broker.restart();
  await broker.call('ResolveIncident', { incidentKey: incident.incident_key });
  const [job] = await broker.sql(
    `select * from zeebe.job where process_instance_key = ${failing.processInstanceKey}`,
  );
  const [after] = await broker.activate(job.type);
  expect(JSON.parse(after.variables)).toEqual({ y: 7, out: 7 });
});

test('SetVariables: to the nearest scope or local; the empty document only asks', async () => {
  const id = 'setting';
  await broker.deploy(
    bpmn(id, `${start()}${task('work', ioMapping(input('=1', 'x')), 'setting')}${chain('start', 'work')}`),
  );
  await broker.create(id, { y: 1 });
  const job = await broker.job('setting', { timeout: 1 });
  const set = (variables: object, local: boolean) =>
    broker.call('SetVariables', {
      elementInstanceKey: job.elementInstanceKey,
      variables: JSON.stringify(variables),
      local,
    });
  await set({ x: 2, y: 2, z: 2 }, false);
  await set({ y: 3 }, true);
  expect(await broker.isActive(job.elementInstanceKey)).toBe(true);
  expect(await broker.isActive('2251799813685000'.replace('685000', '999999'))).toBe(false);
  broker.clock.add(10);
  const again = await broker.job('setting');
  expect(JSON.parse(again.variables)).toEqual({ x: 2, y: 3, z: 2 });
  const rows = await broker.sql(
    `select name, value from zeebe.variable where scope_key = ${job.processInstanceKey} order by name`,
  );
  expect(rows).toEqual([
    { name: 'y', value: '2' },
    { name: 'z', value: '2' },
  ]);
  expect(
    await broker.failure('SetVariables', { elementInstanceKey: '2251799813999999', variables: '{}' }),
  ).toEqual({
    code: 5,
    message:
      "Command 'UPDATE' rejected with code 'NOT_FOUND': Expected to update variables for element with key '2251799813999999', but no such element was found",
  });
});
