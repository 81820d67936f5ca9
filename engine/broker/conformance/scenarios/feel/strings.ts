import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'functions on text',
  rule: 'Positions count from 1.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        script(
          's',
          '=["a" + "b", "a" + 1, substring("hello", 2, 3), upper case("a"), string length("Hồ"), contains("abc", "b"), string join(["a", null, "b"], "-"), split("a;b", ";")]',
          'r',
        ),
      ),
    );
    z.equal(await z.result('p'), { r: ['ab', null, 'ell', 'A', 2, true, 'a-b', ['a', 'b']] });
  },
};
