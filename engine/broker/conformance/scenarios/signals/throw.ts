import { flow, input, output, process, signal, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a throw event broadcasts the variables of its input mappings',
  rule: 'The instance itself goes on first; outputs are mapped, too.',
  async run(z) {
    await z.deploy(process('q', start('st', signal('s')), task('started'), flow('st > started')));
    const t = throwing('t', signal('s'), input('=n', 'a'), output('=a + 1', 'b'));
    await z.deploy(process('p', start(), t, task('after'), flow('start > t > after')));
    await z.create('p', { n: 1 });
    const [after, started] = [await z.job('after'), await z.job('started')];
    z.equal([after.variables, started.variables], [{ n: 1, b: 2 }, { a: 1 }]);
    z.ok(BigInt(after.key) < BigInt(started.key), 'the thrower first');
  },
};
