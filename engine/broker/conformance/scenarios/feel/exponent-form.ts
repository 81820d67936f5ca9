import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'large and small decimal numbers have an exponent',
  rule: 'From 10^7 on and below 10^-3.',
  async run(z) {
    await z.deploy(
      line('p', task('work', input('=12345678.5', 'a'), input('=0.0001', 'b'), input('=1234567.5', 'c'))),
    );
    await z.create('p');
    z.equal((await z.job('work')).text, '{"a":1.23456785E7,"b":1.0E-4,"c":1234567.5}');
  },
};
