import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a document type is refused',
  rule: 'Entities could be a bomb.',
  async run(z) {
    const content = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>${line('p', task('a')).replace(/<\?xml.*?\?>/, '')}`;
    await z.rejected(z.deploy(content), 'INVALID_ARGUMENT');
  },
};
