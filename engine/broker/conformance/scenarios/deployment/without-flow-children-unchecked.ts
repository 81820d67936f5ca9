import { flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'without incoming and outgoing children some checks see nothing',
  rule: 'A conditional flow from a task passes then, and an exclusive gateway without conditions.',
  async run(z) {
    const content = process(
      'p',
      start(),
      task('a'),
      task('b'),
      flow('start > a'),
      flow('a > b', '=true'),
    ).replaceAll(/<bpmn:(incoming|outgoing)>[^<]*<\/bpmn:\1>/g, '');
    await z.deploy(content);
  },
};
