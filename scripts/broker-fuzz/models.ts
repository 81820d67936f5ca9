/** Models that are broken, huge, or never come to an end. */

import { setTimeout as delay } from 'node:timers/promises';
import {
  bpmn,
  chain,
  element,
  end,
  flow,
  ioMapping,
  output,
  start,
  task,
  timer,
} from '../../engine/broker/testing/bpmn.ts';
import type { Attack, Attacker } from './attack.ts';

const deploy = (attacker: Attacker, content: string | Buffer, name = 'fuzz.bpmn'): Promise<number> =>
  attacker.tryCall('DeployResource', { resources: [{ name, content: Buffer.from(content) }] });

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const laughs = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, index) => `<!ENTITY a${index} "${index === 0 ? '&a;&a;' : `&a${index - 1};&a${index - 1};`}">`).join('')}]><d>&a19;</d>`;
const external = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>';

const valid = bpmn(
  'fuzz-none',
  `${start()}${element('manualTask', 'm')}${end()}${chain('start', 'm', 'end')}`,
);
const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `m${index}`);
/** A chain of so many tasks. */
function long(count: number): string {
  const ids = ['start', ...many(count), 'end'];
  const tasks = ids
    .slice(1, -1)
    .map(
      (id, index) =>
        `<bpmn:manualTask id="${id}"><bpmn:incoming>f${index}</bpmn:incoming><bpmn:outgoing>f${index + 1}</bpmn:outgoing></bpmn:manualTask>`,
    );
  const flows = ids
    .slice(1)
    .map((id, index) => `<bpmn:flow id="f${index}" source="${ids[index]}" target="${id}" />`);
  return bpmn('fuzz-long', `${start()}${tasks.join('')}${end()}${flows.join('')}`).replace(
    /<bpmn:flow id="(\w+)" source="(\w+)" target="(\w+)"/g,
    '<bpmn:sequenceFlow id="$1" sourceRef="$2" targetRef="$3"',
  );
}

/** Every stage doubles the tokens: a fork of two flows that meet in an exclusive gateway. */
const doubling = (stages: number): string => {
  const ids = many(stages);
  const body = ids.map(
    (id) => `${element('parallelGateway', `f${id}`)}${element('exclusiveGateway', `x${id}`)}`,
  );
  const flows = ids.flatMap((id, index) => [
    ...['a', 'b'].map(
      (which) => `<bpmn:sequenceFlow id="${which}${id}" sourceRef="f${id}" targetRef="x${id}" />`,
    ),
    `<bpmn:sequenceFlow id="n${id}" sourceRef="x${id}" targetRef="${index + 1 < ids.length ? `f${ids[index + 1]}` : 'wait'}" />`,
  ]);
  const wait = task('wait', '', 'fuzz-never');
  return bpmn(
    'fuzz-doubling',
    `${start()}${body.join('')}${wait}${flow(['start', `f${ids[0]}`])}${flows.join('')}`,
  );
};

const script = (id: string, expression: string): string =>
  element('scriptTask', id, `<zeebe:script expression="${escaped(expression)}" resultVariable="r" />`);
const scripted = (expression: string): string =>
  bpmn('fuzz-script', `${start()}${script('s', expression)}${end()}${chain('start', 's', 'end')}`);

const bombs: readonly string[] = [
  '=for a in 1..100000, b in 1..100000 return a*b',
  '=count(for i in 1..1000000000 return i)',
  '=for i in 1..60 return if i = 1 then "aaaaaaaaaa" else partial[-1] + partial[-1]',
  '=matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$")',
  '=99999999 ** 99999999',
  '=string join(for i in 1..1000000 return "xxxxxxxxxxxxxxxxxxxx")',
  '={f: function(x) f(x+1), r: f(1)}.r',
  `=${'['.repeat(700)}1${']'.repeat(700)}`,
  '=replace("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "(a*)*b", "x")',
  '=split("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "(a|a)*b")',
  '=sort(for i in 1..200000 return 200000-i, function(x,y) x < y)',
  '=for i in 1..300000 return {a: i, b: [i, i, i], c: string(i)}',
  '=every x in 1..2000 satisfies some y in 1..2000 satisfies y = x + 5000',
  '=distinct values(for i in 1..50000 return {a: i})',
  '=date and time("999999999-12-31T23:59:59") + duration("P999999999Y")',
  '=decimal(1/3, 6000)',
  '=for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]',
  '={t: string join(for i in 1..100000 return "xxxxxxxxxxxxxxxxxxxx"), l: for i in 1..400000 return t}',
];

export const modelAttacks: readonly Attack[] = [
  {
    name: 'malformed and hostile XML',
    async run(attacker) {
      const refused = async (what: string, content: string | Buffer): Promise<void> => {
        const code = await deploy(attacker, content);
        if (code !== 3 && code !== 8) attacker.note(`${what} was answered with ${code}`);
      };
      await refused('nothing', '');
      await refused('entity expansion', laughs);
      await refused('an external entity', external);
      await refused('deep XML', '<a>'.repeat(500_000));
      await refused('10 MB', Buffer.alloc(10_000_000, '<x/>'));
      await refused(
        '3.9 MB of attributes',
        `<a ${many(300_000)
          .map((id) => `${id}="1"`)
          .join(' ')}/>`,
      );
      await refused('half a file', valid.slice(0, valid.length / 2));
      await refused('UTF-16 without an end', Buffer.from([0xff, 0xfe, 0x3c]));
      await refused('a parent that is its own', valid.replace('targetRef="m"', 'targetRef="nobody"'));
      const { draw, amount } = attacker;
      for (let index = 0; index < 100 * amount; index++) {
        const bytes = Buffer.from(valid);
        for (let flip = 0; flip < 4; flip++)
          bytes[Math.floor(draw() * bytes.length)] = Math.floor(draw() * 128);
        await deploy(attacker, bytes);
      }
    },
  },
  {
    name: 'large models',
    async run(attacker) {
      if ((await deploy(attacker, long(10_000))) !== 0) attacker.note('ten thousand tasks were refused');
      await attacker.tryCall('CreateProcessInstance', { bpmnProcessId: 'fuzz-long', version: -1 });
    },
  },
  {
    name: 'FEEL bombs',
    async run(attacker) {
      for (const bomb of bombs) {
        if ((await deploy(attacker, scripted(bomb))) !== 0) continue;
        const begun = performance.now();
        await attacker.tryCall('CreateProcessInstance', { bpmnProcessId: 'fuzz-script', version: -1 });
        const took = performance.now() - begun;
        if (took > 10_000) attacker.note(`${bomb.slice(0, 60)} took ${Math.round(took)} ms`);
      }
    },
  },
  {
    name: 'processes that never end or grow without end',
    async run(attacker) {
      const endless = bpmn(
        'fuzz-endless',
        `${start()}${element('exclusiveGateway', 'x')}${script('s', '=1')}${chain('start', 'x', 's', 'x')}`,
      );
      const recursive = bpmn(
        'fuzz-recursive',
        `${start()}${element('callActivity', 'c', '<zeebe:calledElement processId="fuzz-recursive" />')}${end()}${chain('start', 'c', 'end')}`,
      );
      const swelling = bpmn(
        'fuzz-swelling',
        `${start()}${element('exclusiveGateway', 'x')}${element('manualTask', 's', ioMapping(output('=if text = null then &quot;xxxxxxxxxx&quot; else text + text', 'text')))}${script('t', '=1')}${chain('start', 'x', 's', 't', 'x')}`,
      );
      const hasty = bpmn(
        'fuzz-hasty',
        `${start()}${task('t', '', 'fuzz-never')}<bpmn:boundaryEvent id="b" attachedToRef="t" cancelActivity="false">${timer('timeCycle', 'R/PT0S')}</bpmn:boundaryEvent>${end()}${chain('start', 't')}${chain('b', 'end')}`,
      );
      const crowd = bpmn(
        'fuzz-crowd',
        `${start()}<bpmn:serviceTask id="t"><bpmn:extensionElements><zeebe:taskDefinition type="fuzz-never" /></bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..500000 return i" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask>${end()}${chain('start', 't', 'end')}`,
      );
      const instances: string[] = [];
      for (const [id, model] of [
        ['fuzz-endless', endless],
        ['fuzz-recursive', recursive],
        ['fuzz-swelling', swelling],
        ['fuzz-hasty', hasty],
        ['fuzz-doubling', doubling(40)],
        ['fuzz-crowd', crowd],
      ] as const) {
        if ((await deploy(attacker, model)) !== 0) continue;
        await attacker.client
          .call('CreateProcessInstance', { bpmnProcessId: id, version: -1 })
          .then(({ processInstanceKey }) => instances.push(processInstanceKey))
          .catch((error: { code: number; details: string }) => {
            if (error.code !== 8)
              attacker.note(`creating ${id} was answered with ${error.code} ${error.details}`);
          });
        await delay(1_000 * attacker.amount);
      }
      for (const processInstanceKey of instances)
        await attacker.tryCall('CancelProcessInstance', { processInstanceKey });
    },
  },
];
