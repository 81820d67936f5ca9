import { end, error, flow, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error end event that nobody catches is an incident',
  rule: 'The instance stays; resolving finds it again.',
  incidents: true,
  async run(z) {
    await z.deploy(process('p', start(), end('end', error('E')), flow('start > end')));
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    z.equal(await z.resolve(), 1);
    await z.cancel(instance);
    await z.ended(instance);
  },
};
