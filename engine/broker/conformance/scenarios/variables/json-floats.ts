import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'floats come back in their shortest form',
  rule: 'Exponents from 10^7 on and below 10^-3, always with a decimal point.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.call('CreateProcessInstance', {
      bpmnProcessId: z.name('p'),
      version: -1,
      variables: '{"a":100.0,"b":1e20,"c":12345678.9,"d":0.00001,"e":0.001,"f":-0.0,"g":1234567.0}',
    });
    z.equal(
      (await z.job('work')).text,
      '{"a":100.0,"b":1.0E20,"c":1.23456789E7,"d":1.0E-5,"e":0.001,"f":-0.0,"g":1234567.0}',
    );
  },
};
