import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filledFields, parseForm } from '../index.ts';
import { SAMPLE } from '../testing/sample.ts';
import type { Form } from '../types.ts';
import { htmlToText } from './html.ts';

const parsed = (json: unknown, locale: 'vi' | 'en' = 'vi'): Form => {
  const result = parseForm(json, locale);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.form;
};
const problemsOf = (...components: unknown[]): { path: string; vi: string }[] => {
  const result = parseForm({ display: 'form', components });
  return result.ok ? [] : result.problems.map((problem) => ({ path: problem.path, vi: problem.message.vi }));
};
const text = (more: object): object => ({ type: 'textfield', key: 'a', label: 'A', ...more });

describe('reading Form.io JSON', () => {
  test('a wizard becomes pages, sections and fields with dotted paths', () => {
    const form = parsed(SAMPLE);
    expect(form.pages.map((page) => page.key)).toEqual(['person', 'family', 'papers']);
    expect(filledFields(form).map((field) => field.path)).toContain('mother.fullName');
    expect(
      filledFields(form).find((field) => field.path === 'members.school')?.condition?.conditions[0]
        ?.component,
    ).toBe('members.age');
    expect(form.pages[0]?.nodes[0]).toMatchObject({
      kind: 'note',
      text: 'Nhập như trong giấy tờ.\n\n• Một\n• Hai',
    });
    expect(filledFields(form).find((field) => field.key === 'birthProof')?.file).toEqual({
      componentCode: 'KQ004389',
      accept: ['.pdf', '.jpg'],
      maxBytes: 5 * 1024 * 1024,
      multiple: false,
    });
  });

  test('English texts come from properties, Vietnamese stands in where there is none', () => {
    const form = parsed(SAMPLE, 'en');
    expect(form.title).toBe('Sample form');
    expect(form.pages[0]?.title).toBe('Applicant');
    expect(filledFields(form)[0]?.label).toBe('Full name');
    expect(filledFields(form)[1]?.label).toBe('Ngày sinh');
    expect(filledFields(form).find((field) => field.path === 'motherKnown')?.options[0]).toEqual({
      value: 'yes',
      label: 'Yes',
    });
  });

  test('an old export with its empty properties is read as it is', () => {
    const old = {
      type: 'textfield',
      key: 'a',
      label: 'A',
      input: true,
      tableView: true,
      inputType: 'text',
      inputMask: '',
      placeholder: '',
      prefix: '',
      suffix: '',
      multiple: false,
      defaultValue: '',
      protected: false,
      unique: false,
      persistent: true,
      hidden: false,
      clearOnHide: true,
      spellcheck: true,
      customDefaultValue: '',
      calculateValue: '',
      customConditional: '',
      logic: [],
      validate: {
        required: true,
        minLength: '',
        maxLength: '40',
        pattern: '',
        custom: '',
        customPrivate: false,
        json: '',
      },
      conditional: { show: null, when: null, eq: '', json: '' },
      properties: {},
      tags: [],
      lockKey: true,
    };
    expect(filledFields(parsed({ components: [old] }))[0]?.rules).toEqual({ required: true, maxLength: 40 });
    const fieldset = {
      type: 'fieldset',
      key: 'f',
      legend: 'Nhóm',
      components: [text({ conditional: { show: 'true', when: 'b', eq: 'x' } }), text({ key: 'b' })],
    };
    expect(parsed({ components: [fieldset] }).pages[0]?.nodes[0]).toMatchObject({
      kind: 'section',
      title: 'Nhóm',
    });
  });
});

describe('refusals name the element, the reason and the way out', () => {
  test.each([
    ['calculateValue', text({ calculateValue: 'value = 1' }), 'a#calculateValue'],
    ['customDefaultValue', text({ customDefaultValue: 'value = 1' }), 'a#customDefaultValue'],
    ['customConditional', text({ customConditional: 'show = true' }), 'a#customConditional'],
    ['validate.custom', text({ validate: { custom: 'valid = true' } }), 'a#validate.custom'],
    ['validate.json', text({ validate: { json: { and: [] } } }), 'a#validate.json'],
    ['logic', text({ logic: [{ name: 'x' }] }), 'a#logic'],
    ['unique', text({ unique: true }), 'a#unique'],
    ['hidden', text({ hidden: true }), 'a#hidden'],
    ['multiple', text({ multiple: true }), 'a#multiple'],
    ['script in html', { type: 'content', key: 'a', html: '<p onclick="x()">a</p>' }, 'a#html'],
    ['expression in html', { type: 'content', key: 'a', html: '<p>{{ data.x }}</p>' }, 'a#html'],
    [
      'outside data',
      { type: 'select', key: 'a', label: 'A', dataSrc: 'url', data: { url: 'https://example.org' } },
      'a#dataSrc',
    ],
    ['bad pattern', text({ validate: { pattern: '(' } }), 'a#validate.pattern'],
    ['slow pattern', text({ validate: { pattern: '(a+)+' } }), 'a#validate.pattern'],
    ['prototype key', text({ key: '__proto__.x' }), '__proto__.x#key'],
    ['unknown condition', text({ conditional: { show: true, when: 'zzz', eq: '1' } }), 'a#conditional.when'],
    ['unknown type', { type: 'signature', key: 'a', label: 'A' }, 'a'],
    ['password', { type: 'password', key: 'a', label: 'A' }, 'a'],
    ['script button', { type: 'button', key: 'a', label: 'A', action: 'custom', custom: 'x()' }, 'a'],
    [
      'unknown catalogue',
      { type: 'select', key: 'a', label: 'A', properties: { catalogue: 'none' } },
      'a#properties.catalogue',
    ],
  ])('%s', (_, component, path) => {
    const problems = problemsOf(component);
    expect(problems.map((problem) => problem.path)).toContain(path);
    for (const problem of problems) expect(problem.vi.length).toBeGreaterThan(20);
  });

  test('an unknown type is named', () =>
    expect(problemsOf({ type: 'recaptcha', key: 'r' })[0]?.vi).toContain('recaptcha'));
  test('the path goes through containers', () =>
    expect(
      problemsOf({
        type: 'panel',
        key: 'p',
        title: 'P',
        components: [{ type: 'container', key: 'c', components: [text({ calculateValue: 'x' })] }],
      })[0]?.path,
    ).toBe('p/c/a#calculateValue'));
  test('two fields at one path', () => expect(problemsOf(text({}), text({}))).toHaveLength(1));
  test('a field inside another field', () =>
    expect(problemsOf(text({}), text({ key: 'a.b' }))).toHaveLength(1));
  test('conditions in a circle', () =>
    expect(
      problemsOf(
        text({ conditional: { show: true, when: 'b', eq: '1' } }),
        text({ key: 'b', conditional: { show: true, when: 'a', eq: '1' } }),
      )[0]?.vi,
    ).toContain('vòng tròn'));
  test('rows inside rows', () => {
    const grid = (key: string, ...components: unknown[]): object => ({
      type: 'datagrid',
      key,
      label: key,
      components,
    });
    expect(problemsOf(grid('a', grid('b', text({})))).map((problem) => problem.path)).toEqual(['a/b']);
  });
  test('something that is no form at all', () => {
    for (const junk of [null, 1, 'x', [], {}, { components: 3 }]) expect(parseForm(junk).ok).toBe(false);
  });
});

test('parsing never throws, whatever is inside', () => {
  const junk = fc.letrec((tie) => ({
    node: fc.record(
      {
        type: fc.constantFrom(
          'textfield',
          'select',
          'panel',
          'datagrid',
          'file',
          'content',
          'columns',
          'tabs',
          'xyz',
        ),
        key: fc.oneof(fc.string(), fc.constantFrom('a', 'b.c', '__proto__')),
        label: fc.anything(),
        title: fc.anything(),
        validate: fc.anything(),
        conditional: fc.anything(),
        properties: fc.anything(),
        values: fc.anything(),
        html: fc.string(),
        components: fc.oneof({ maxDepth: 3 }, fc.array(tie('node'), { maxLength: 3 }), fc.anything()),
      },
      { requiredKeys: [] },
    ),
  })).node;
  fc.assert(
    fc.property(
      fc.array(junk, { maxLength: 4 }),
      fc.constantFrom('form', 'wizard'),
      (components, display) => {
        const result = parseForm({ display, components });
        expect(typeof result.ok).toBe('boolean');
      },
    ),
    { numRuns: 300 },
  );
});

test('HTML reduced to text never yields a tag', () => {
  expect(htmlToText('a &lt;b&gt; &#273; &amp;amp;')).toBe('a <b> đ &amp;');
  expect(htmlToText('<h2>Tiêu đề</h2><p>Đoạn<br>hai</p>')).toBe('Tiêu đề\n\nĐoạn\nhai');
});
