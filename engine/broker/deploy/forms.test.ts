/** Forms outlive a restart, deleted versions among them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type TestBroker, testBroker } from '../testing/client.ts';
import { readFormId } from './forms.ts';

let broker: TestBroker;
beforeAll(async () => {
  broker = await testBroker();
});
afterAll(() => broker.stop());

async function deploy(text: string): Promise<Answer> {
  const content = Buffer.from(JSON.stringify({ id: 'f', text }));
  const answer = await broker.call('DeployResource', { resources: [{ name: 'f.form', content }] });
  return answer.deployments[0].form;
}

test('versions are known after a restart, and no number is given twice', async () => {
  const [one, two] = [await deploy('1'), await deploy('2')];
  await broker.call('DeleteResource', { resourceKey: two.formKey });
  await broker.restart();
  expect(await deploy('1')).toEqual(one);
  expect((await broker.failure('DeleteResource', { resourceKey: two.formKey })).code).toBe(5);
  const three = await deploy('2');
  expect(three.version).toBe(3);
  for (const { formKey } of [one, three]) await broker.call('DeleteResource', { resourceKey: formKey });
  await broker.restart();
  expect(await broker.sql('select * from zeebe.form')).toEqual([]);
  expect((await deploy('2')).version).toBe(1);
});

test.each([
  ['{"id":"a"} and more', 'a'],
  ['{"text":"}\\"{","id":"a"}', 'a'],
  ['{"id":5}', '5'],
  ['{"id":true}', 'true'],
])('the id of %s', (content, id) => {
  expect(readFormId('f.form', Buffer.from(content))).toEqual({ ok: true, id });
});

test('bytes that are no text', () => {
  expect(readFormId('f.form', Uint8Array.of(0x7b, 0xff)).ok).toBe(false);
});
