import { catching, duration, line } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a negative or zero duration fires at once',
  rule: 'It is no error.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        catching('a', duration('PT-5S')),
        catching('b', duration('PT0S')),
        catching('c', duration('=duration("-PT1H")')),
      ),
    );
    z.equal(await z.result('p'), {});
  },
};
