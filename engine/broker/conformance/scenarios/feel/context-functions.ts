import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'functions on contexts',
  rule: 'They give new ones.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        script(
          's',
          '=[context put({a: 1}, "b", 2), context merge([{a: 1}, {b: 2}]), get entries({a: 1})]',
          'r',
        ),
      ),
    );
    z.equal((await z.result('p')).r, [{ a: 1, b: 2 }, { a: 1, b: 2 }, [{ key: 'a', value: 1 }]]);
  },
};
