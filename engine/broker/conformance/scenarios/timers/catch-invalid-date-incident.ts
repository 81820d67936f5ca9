import { catching, date, line } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a date without an offset stops the event',
  rule: 'Local date-time texts and plain dates are refused.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', catching('t', date('=d'))));
    const instance = await z.create('p', { d: '2020-01-01T00:00:00' });
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { d: '2020-01-01' });
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { d: '2020-01-01T00:00:00Z' });
    z.equal(await z.resolve(), 1);
    await z.ended(instance);
  },
};
