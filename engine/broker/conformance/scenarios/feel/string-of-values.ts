import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'string() prints values in its own form',
  rule: 'Unlike what a variable shows for some types.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        script(
          's',
          '=[string(1.0), string([1,"a"]), string({a:1}), string(null), string(true), string(duration("P1DT12H"))]',
          'r',
        ),
      ),
    );
    z.equal(await z.result('p'), { r: ['1.0', '[1, "a"]', '{a:1}', null, 'true', 'P1DT12H'] });
  },
};
