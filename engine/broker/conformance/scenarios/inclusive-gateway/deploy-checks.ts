import { byDefault, flow, inclusive, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an inclusive gateway may fork, not join',
  rule: 'Every flow of a fork has a condition or is the default one.',
  async run(z) {
    const refused = (message: RegExp, ...nodes: string[]) =>
      z.rejected(z.deploy(process('p', start(), ...nodes)), 'INVALID_ARGUMENT', message);
    await refused(
      /Currently the inclusive gateway can only have one incoming sequence flow/,
      task('a'),
      task('b'),
      inclusive('g'),
      flow('start > a > g'),
      flow('start > b > g'),
    );
    await refused(
      /Must have a condition/,
      task('a'),
      task('b'),
      inclusive('g'),
      flow('start > g > a'),
      flow('g > b', '=true'),
    );
    await refused(
      /Default flow must start at gateway/,
      inclusive('g', byDefault('start > g')),
      task('a'),
      flow('start > g > a'),
    );
    await refused(
      /Expected expression but found static value 'true'/,
      inclusive('g'),
      task('a'),
      task('b'),
      flow('start > g'),
      flow('g > a', 'true'),
      flow('g > b', '=true'),
    );
  },
};
