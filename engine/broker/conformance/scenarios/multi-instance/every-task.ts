import { element, job, line, manualTask, multi, plainTask, script, sendTask, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'send, business rule, script, undefined and manual tasks loop as service tasks do',
  rule: 'One job or one pass for each item.',
  async run(z) {
    const each = (results: string, result: string, sequential = false) =>
      multi({ sequential, items: '=[1,2]', item: 'x', results, result });
    await z.deploy(
      line(
        'p',
        sendTask('send', each('sent', '=v', true)),
        element('businessRuleTask', 'rule', job('rule'), each('ruled', '=v')),
        plainTask('plain', each('plained', '=loopCounter')),
        manualTask('manual', each('manualled', '=x', true)),
        script('script', '=x * 2', 'v', each('scripted', '=v', true)),
        task('after'),
      ),
    );
    await z.create('p');
    await z.work('send', { v: 1 });
    await z.work('send', { v: 2 });
    for (const one of await z.jobs('rule', 2)) await z.complete(one, { v: one.variables.x * 5 });
    z.equal((await z.job('after')).variables, {
      sent: [1, 2],
      ruled: [5, 10],
      plained: [1, 2],
      manualled: [1, 2],
      scripted: [2, 4],
    });
  },
};
