/** Timers by the clock of the test (zeebe.md 3.10). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bpmn, chain, element, end, start, task, timer } from '../testing/bpmn.ts';
import { type TestBroker, testBroker } from '../testing/client.ts';
import { parseCron } from './cron.ts';
import { parseDateTime } from './date-time.ts';
import { nextDue } from './due.ts';
import { addInterval, parseInterval } from './duration.ts';

let broker: TestBroker;
let count = 0;
beforeAll(async () => {
  broker = await testBroker();
});
afterAll(() => broker.stop());

async function waitWith(definition: string, variables: object = {}) {
  const type = `t${count++}`;
  await broker.deploy(
    bpmn(
      `p-${type}`,
      `${start()}${element('intermediateCatchEvent', 'wait', '', definition)}${task('after', '', type)}${end()}${chain('start', 'wait', 'after', 'end')}`,
    ),
  );
  const { processInstanceKey } = await broker.create(`p-${type}`, variables);
  return { type, processInstanceKey, fired: async () => (await broker.activate(type)).length };
}

test('a duration, over a restart', async () => {
  const { type, fired } = await waitWith(timer('timeDuration', 'PT1H'));
  broker.clock.add(3_590_000);
  expect(await fired()).toBe(0);
  await broker.restart();
  broker.clock.add(10_000);
  await broker.job(type);
});

test('a duration value, a calendar period, something past', async () => {
  const value = await waitWith(timer('timeDuration', '=duration("PT" + string(n) + "M")'), { n: 5 });
  const past = await waitWith(timer('timeDate', '2020-01-01T00:00:00+07:00'));
  expect(await broker.job(past.type)).toBeDefined();
  broker.clock.add(300_000);
  expect(await broker.job(value.type)).toBeDefined();
});

test('a date from a variable as text or as date-time', async () => {
  const at = new Date(broker.clock.now() + 7_200_000).toISOString();
  const text = await waitWith(timer('timeDate', '=due'), { due: at });
  const typed = await waitWith(timer('timeDate', '=date and time(due)'), { due: at });
  broker.clock.add(7_190_000);
  expect(await text.fired()).toBe(0);
  broker.clock.add(10_000);
  expect(await broker.job(text.type)).toBeDefined();
  expect(await broker.job(typed.type)).toBeDefined();
});

test('an invalid result stops; resolving waits anew', async () => {
  const { type, processInstanceKey } = await waitWith(timer('timeDate', '=due'), { due: 'soon' });
  const [incident] = await broker.sql(
    `select * from zeebe.incidents where process_instance_key = ${processInstanceKey}`,
  );
  expect(incident.message).toBe("Invalid date-time format 'soon' for expression 'due'.");
  const due = new Date(broker.clock.now() + 1_000).toISOString();
  await broker.call('SetVariables', {
    elementInstanceKey: processInstanceKey,
    variables: JSON.stringify({ due }),
  });
  await broker.call('ResolveIncident', { incidentKey: incident.incident_key });
  broker.clock.add(1_000);
  expect(await broker.job(type)).toBeDefined();
});

test('a cancelled instance leaves no timer', async () => {
  const { processInstanceKey } = await waitWith(timer('timeDuration', 'PT1H'));
  await broker.call('CancelProcessInstance', { processInstanceKey });
  expect(
    await broker.sql(`select * from zeebe.timer where process_instance_key = ${processInstanceKey}`),
  ).toEqual([]);
});

test('a timer start event begins instances while its version is the latest', async () => {
  const model = (type: string) =>
    bpmn(
      'periodic',
      `${start('ts', timer('timeCycle', 'R/PT10M'))}${task('tick', '', type)}${chain('ts', 'tick')}`,
    );
  await broker.deploy(model('tick1'));
  broker.clock.add(600_000);
  await broker.complete(await broker.job('tick1'));
  await broker.restart();
  broker.clock.add(600_000);
  await broker.complete(await broker.job('tick1'));
  await broker.deploy(model('tick2'));
  broker.clock.add(600_000);
  expect(await broker.job('tick2')).toBeDefined();
  expect(await broker.activate('tick1')).toEqual([]);
});

test('durations as Java reads them', () => {
  expect(parseInterval('P1Y2M3DT4H')).toEqual({ months: 14, days: 3, milliseconds: 14_400_000 });
  expect(parseInterval('P1W')).toEqual({ months: 0, days: 7, milliseconds: 0 });
  expect(parseInterval('PT0.1S')?.milliseconds).toBe(100);
  expect(parseInterval('-PT5S')?.milliseconds).toBe(-5_000);
  for (const wrong of ['', 'P', 'PT', 'PT1.5H', '5', '1H']) expect(parseInterval(wrong)).toBeUndefined();
  const month = { months: 1, days: 0, milliseconds: 0 };
  expect(new Date(addInterval(Date.UTC(2024, 0, 31), month)).toISOString()).toBe('2024-02-29T00:00:00.000Z');
});

test('date-times need an offset', () => {
  expect(parseDateTime('2031-02-03T04:05+07:00[Asia/Ho_Chi_Minh]')).toBe(Date.UTC(2031, 1, 2, 21, 5));
  expect(parseDateTime('2031-02-03T04:05:06.5Z')).toBe(Date.UTC(2031, 1, 3, 4, 5, 6, 500));
  for (const wrong of ['2031-02-03T04:05', '2031-02-30T04:05Z', '2031-02-03', 'soon']) {
    expect(parseDateTime(wrong)).toBeUndefined();
  }
});

test('cycles: missed times are not made up for, cron goes by the calendar', () => {
  expect(nextDue('R/PT10S', 0, 65_000)).toBe(75_000);
  expect(nextDue('R/PT10S', 60_000, 65_000)).toBe(70_000);
  const next = (text: string, from: string) => {
    const cron = parseCron(text);
    if (typeof cron === 'string') return cron;
    const due = cron.next(Date.parse(from));
    return due === undefined ? due : new Date(due).toISOString();
  };
  expect(next('0 0 9 * * MON-FRI', '2026-11-20T09:00:00Z')).toBe('2026-11-23T09:00:00.000Z');
  expect(next('0 0 0 L * *', '2026-02-01T00:00:00Z')).toBe('2026-02-28T00:00:00.000Z');
  expect(next('0 0 0 * * MON#2', '2026-11-01T00:00:00Z')).toBe('2026-11-09T00:00:00.000Z');
  expect(next('@daily', '2026-11-01T10:00:00Z')).toBe('2026-11-02T00:00:00.000Z');
  expect(next('*/10 * * * * *', '2026-11-01T10:00:01Z')).toBe('2026-11-01T10:00:10.000Z');
  expect(next('* * *', '2026-11-01T10:00:01Z')).toBe(
    'Cron expression contains 3 parts but we expect one of [6]',
  );
});

test('durations beyond all dates wait for the last one', async () => {
  expect(addInterval(0, { months: 1e12, days: 0, milliseconds: 0 })).toBe(8.64e15);
  const { type } = await waitWith(timer('timeDuration', 'PT999999999999999999S'));
  expect(await broker.activate(type)).toEqual([]);
});
