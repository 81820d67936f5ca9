import { flow, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: "a signal start event's name is known at deployment",
  rule: 'A constant expression will do, a variable or a number will not.',
  async run(z) {
    const file = (name: string) => process('p', start('st', signal(name)), task('first'), flow('st > first'));
    await z.deploy(file('="s$run"'));
    await z.broadcast('s');
    await z.job('first');
    await z.rejected(
      z.deploy(file('=n')),
      'INVALID_ARGUMENT',
      /Expected constant expression of type String for signal name '=n', but was NULL/,
    );
    await z.rejected(z.deploy(file('=5')), 'INVALID_ARGUMENT', /for signal name '=5', but was NUMBER/);
    await z.rejected(
      z.deploy(file('s').replaceAll('name="s$run"', 'name="5"')),
      'INVALID_ARGUMENT',
      /for signal name '5', but was NUMBER/,
    );
  },
};
