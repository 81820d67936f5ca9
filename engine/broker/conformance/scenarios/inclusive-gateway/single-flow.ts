import { byDefault, flow, inclusive, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the only flow of an inclusive gateway needs no condition',
  rule: 'With a false one it stops, as default it is taken.',
  incidents: true,
  async run(z) {
    await z.deploy(process('p', start(), inclusive('g'), task('a'), flow('start > g > a')));
    await z.create('p');
    await z.job('a');
    await z.deploy(
      process(
        'q',
        start(),
        inclusive('g', byDefault('g > b')),
        task('b'),
        flow('start > g'),
        flow('g > b', '=false'),
      ),
    );
    await z.create('q');
    await z.job('b');
    await z.deploy(
      process('r', start(), inclusive('g'), task('c'), flow('start > g'), flow('g > c', '=false')),
    );
    await z.create('r');
    z.equal(await z.resolve(), 1);
    await z.noJob('c');
  },
};
