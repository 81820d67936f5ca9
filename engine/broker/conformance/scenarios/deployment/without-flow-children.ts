import { flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'flows run by source and target alone',
  rule: 'Incoming and outgoing children are only read by the checks.',
  async run(z) {
    const content = process('p', start(), task('a'), task('b'), flow('start > a'), flow('a > b')).replaceAll(
      /<bpmn:(incoming|outgoing)>[^<]*<\/bpmn:\1>/g,
      '',
    );
    await z.deploy(content);
    await z.create('p');
    await z.work('a');
    await z.work('b');
  },
};
