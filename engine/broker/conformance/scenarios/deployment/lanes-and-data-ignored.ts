import { flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'lanes and data objects are ignored',
  rule: 'They change nothing.',
  async run(z) {
    const lanes =
      '<bpmn:laneSet id="lanes"><bpmn:lane id="lane"><bpmn:flowNodeRef>a</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>';
    const data = '<bpmn:dataObject id="data" /><bpmn:dataObjectReference id="ref" dataObjectRef="data" />';
    await z.deploy(process('p', lanes, start(), task('a'), data, flow('start > a')));
    await z.create('p');
    await z.work('a');
  },
};
