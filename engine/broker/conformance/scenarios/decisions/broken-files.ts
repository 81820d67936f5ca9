import { decision, dmn, invocation, literal, table } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a broken file is refused with its reason',
  rule: 'Every failure once, in the order of the file.',
  async run(z) {
    const refused = async (reason: string | RegExp, ...elements: string[]) =>
      z.rejected(z.deploy(dmn('drg', ...elements)), 'INVALID_ARGUMENT', reason);
    await z.rejected(
      z.deploy({ name: 'x.dmn', content: 'no XML' }),
      'INVALID_ARGUMENT',
      /'x.dmn': Failed to parse DMN: .*Unable to parse model/,
    );
    await refused(
      /FEEL expression: failed to parse expression '1 \+': Expected/,
      decision('d', literal('1 +')),
    );
    await refused(
      /FEEL unary-tests: failed to parse expression '< <': Expected/,
      decision('d', table({ inputs: ['x'], outputs: ['r'], rules: [[['< <'], ['1']]] })),
    );
    await refused(
      'Invalid DMN model: Cyclic dependencies between decisions detected.',
      decision('a', literal('1'), { requires: ['b'] }),
      decision('b', literal('1'), { requires: ['a'] }),
    );
    await refused(
      /Unable to find a model element instance for id nope/,
      decision('d', literal('1'), { requires: ['nope'] }),
    );
    await refused("no BKM found with name 'f'", decision('d', invocation('f', {})));
  },
};
