import { Processors, ProcessorType, processSync } from '@formio/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addFile,
  applyOperation,
  parseForm,
  readOperation,
  readSubmission,
  summarise,
  validateForm,
} from '../index.ts';
import { PLACES, SAMPLE, SAMPLE_DATA } from '../testing/sample.ts';
import type { Form, FormData } from '../types.ts';

const parsed = (json: unknown): Form => {
  const result = parseForm(json);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.form;
};
const now = new Date('2026-11-22T10:00:00Z');
const options = { locale: 'vi', now, places: PLACES } as const;
const form = parsed(SAMPLE);
const one = (component: object): Form => parsed({ components: [{ key: 'x', label: 'Ô này', ...component }] });
const verdict = (component: object, x: unknown): { value: unknown; error: string | undefined } => {
  const { data, errors } = validateForm(one(component), { x }, options);
  return { value: data.x, error: errors[0]?.message };
};

describe('a whole form', () => {
  test('good data passes, gets names of places, and is otherwise unchanged', () => {
    const { data, errors } = validateForm(form, SAMPLE_DATA, options);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      ...SAMPLE_DATA,
      requester: {
        ...SAMPLE_DATA.requester,
        home: {
          province: '15',
          provinceName: 'Tỉnh Lào Cai',
          commune: '02647',
          communeName: 'Phường Sa Pa',
          detail: 'Tổ 3',
          text: 'Tổ 3, Phường Sa Pa, Tỉnh Lào Cai',
        },
      },
    });
  });

  test('hidden fields are dropped, also where hiding one hides the next', () => {
    const { data } = validateForm(form, { ...SAMPLE_DATA, motherKnown: 'no' }, options);
    expect(data.mother).toBeUndefined();
    expect(data.marriageNumber).toBeUndefined();
  });

  test('unknown properties and prototype tricks do not survive', () => {
    const evil: unknown = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"extra":1,"requester":{"__proto__":{"fullName":"x"}}}',
    );
    const { data } = validateForm(form, evil, options);
    expect(Object.keys(data)).not.toContain('extra');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(data.requester).toBeUndefined();
  });

  test('errors of one page only, data of all', () => {
    const { data, errors } = validateForm(
      form,
      { requester: SAMPLE_DATA.requester },
      { ...options, page: 'person' },
    );
    expect(errors).toEqual([]);
    expect(validateForm(form, data, { ...options, page: 1 }).errors.map((error) => error.path)).toEqual([
      'motherKnown',
    ]);
  });

  test('rows: index in path and label, blank rows dropped, conditions by row', () => {
    const { errors, data } = validateForm(
      form,
      { ...SAMPLE_DATA, members: [{}, { name: 'Ba', age: '6' }, { age: 'x' }] },
      options,
    );
    expect(errors.map((error) => [error.path, error.label])).toEqual([
      ['members.0.school', 'Thành viên 1: Trường học'],
      ['members.1.name', 'Thành viên 2: Họ tên'],
      ['members.1.age', 'Thành viên 2: Tuổi'],
    ]);
    expect(data.members).toEqual([{ name: 'Ba', age: 6 }, { age: 'x' }]);
  });
});

describe('single fields', () => {
  test.each([
    ['5/3/2026', '2026-03-05'],
    ['05-03-2026', '2026-03-05'],
    ['5.3.2026', '2026-03-05'],
    ['5 3 2026', '2026-03-05'],
    ['05032026', '2026-03-05'],
    ['ngày 5 tháng 3 năm 2026', '2026-03-05'],
    ['2026-03-05T00:00:00+07:00', '2026-03-05'],
  ])('date %s', (raw, iso) =>
    expect(verdict({ type: 'datetime', enableTime: false }, raw)).toEqual({ value: iso, error: undefined }),
  );
  test.each([
    ['31/2/2026', 'không có ngày 31/2/2026'],
    ['29/2/2025', 'không có ngày 29/2/2025'],
    ['5/13/2026', 'không có ngày 5/13/2026'],
    ['5/3/26', 'bốn chữ số'],
    ['mai', 'ví dụ 5/3/2026'],
    ['3/2026', 'còn thiếu ngày'],
  ])('wrong date %s', (raw, words) =>
    expect(verdict({ type: 'datetime', enableTime: false }, raw).error).toContain(words),
  );
  test('today is Vietnam’s', () => {
    const component = { type: 'datetime', enableTime: false, validate: { maxDate: 'today' } };
    const late = new Date('2026-11-22T18:00:00Z');
    expect(validateForm(one(component), { x: '23/11/2026' }, { ...options, now: late }).errors).toEqual([]);
    expect(verdict(component, '23/11/2026').error).toContain('hôm nay (22/11/2026)');
  });
  test('a year alone where the form allows it', () => {
    const component = { type: 'day', properties: { format: 'partialDate' } };
    expect(verdict(component, '1980').value).toBe('1980');
    expect(verdict(component, '5/1980').value).toBe('1980-05');
    expect(verdict(component, { day: '', month: '', year: '1980' }).value).toBe('1980');
  });
  test.each([
    ['0912 345 678', '0912345678'],
    ['+84 912.345.678', '0912345678'],
    ['84912345678', '0912345678'],
    ['+84 (0)912 345 678', '0912345678'],
    ['0214 3822 999', '02143822999'],
    ['+1 408 555 0100', '+14085550100'],
  ])('telephone %s', (raw, canonical) =>
    expect(verdict({ type: 'phoneNumber' }, raw)).toEqual({ value: canonical, error: undefined }),
  );
  test.each(['0112345678', '12345', '091234567', '09123456789', '+849123', 'abc'])('no telephone %s', (raw) =>
    expect(verdict({ type: 'phoneNumber' }, raw).error).toBeDefined(),
  );
  test.each([
    ['010 090 001 234', '010090001234', undefined],
    ['01009000123', '01009000123', 'hiện có 11'],
    ['003090001234', '003090001234', 'mã tỉnh'],
    ['010290001234', '010290001234', 'năm sinh 2090'],
    ['123205001234', '123205001234', undefined],
  ])('personal number %s', (raw, value, words) => {
    const found = verdict({ type: 'citizenId' }, raw);
    expect(found.value).toBe(value);
    if (words === undefined) expect(found.error).toBeUndefined();
    else expect(found.error).toContain(words);
  });
  test('a personal number that disagrees with birth date or sex', () => {
    const wrong = (change: object): string[] =>
      validateForm(
        form,
        { ...SAMPLE_DATA, requester: { ...SAMPLE_DATA.requester, ...change } },
        options,
      ).errors.map((error) => error.message);
    expect(wrong({ birthDate: '5/3/1991' })[0]).toContain('năm sinh 1990, khác với năm 1991');
    expect(wrong({ sex: 'male' })[0]).toContain('giới tính');
  });
  test.each(['Nguyễn Văn A', "K'Brừi", 'Y Moan Êban', 'Giàng A Páo', 'Nguyễn Thị Ánh', 'O’Neil-Đặng'])(
    'name %s',
    (raw) =>
      expect(verdict({ type: 'textfield', properties: { format: 'personName' } }, raw).error).toBeUndefined(),
  );
  test.each(['Nguyễn 2', '<b>', 'a@b', '😀'])('no name %s', (raw) =>
    expect(verdict({ type: 'textfield', properties: { format: 'personName' } }, raw).error).toContain(
      'chữ cái',
    ),
  );
  test('text is composed, trimmed, freed of control characters', () =>
    expect(verdict({ type: 'textfield' }, '  Nguye\u0302\u0303n\u0000  A\ud800 ')).toEqual({
      value: 'Nguyễn A\ufffd',
      error: undefined,
    }));
  test.each([
    ['1.500', 1500],
    ['1 500', 1500],
    ['1,5', 1.5],
    ['-3', -3],
    [7, 7],
  ])('number %s', (raw, value) =>
    expect(verdict({ type: 'number' }, raw)).toEqual({ value, error: undefined }),
  );
  test('choices outside the list, several boxes, a required tick', () => {
    expect(verdict({ type: 'select', properties: { catalogue: 'ethnicGroups' } }, 'Klingon').error).toContain(
      'không có trong danh sách',
    );
    expect(
      verdict({ type: 'selectboxes', values: [{ label: 'A', value: 'a' }] }, { a: true, evil: true }).value,
    ).toEqual({ a: true });
    expect(verdict({ type: 'checkbox', validate: { required: true } }, false).error).toContain('đánh dấu');
  });
  test('files: type, size, count', () => {
    const file = { id: '1', name: 'a.PDF', size: 100, mime: 'application/pdf' };
    const component = { type: 'file', filePattern: '.pdf', fileMaxSize: '1KB' };
    expect(verdict(component, [file]).error).toBeUndefined();
    expect(verdict(component, [{ ...file, name: 'a.exe' }]).error).toContain('Hãy dùng tệp PDF');
    expect(verdict(component, [{ ...file, size: 1536 }]).error).toContain('1,5 KB, tối đa 1 KB');
    expect(verdict(component, [file, { ...file, id: '2' }]).error).toContain('một tệp');
  });
  test('an address of another province takes the commune as text; a commune of the wrong province is refused', () => {
    const component = { type: 'address', validate: { required: true } };
    expect(verdict(component, { province: '01', communeName: 'Phường Ba Đình' })).toEqual({
      value: {
        province: '01',
        provinceName: 'Thành phố Hà Nội',
        communeName: 'Phường Ba Đình',
        text: 'Phường Ba Đình, Thành phố Hà Nội',
      },
      error: undefined,
    });
    expect(verdict(component, { province: '15', commune: '99999' }).error).toContain('xã, phường');
    expect(verdict(component, { detail: 'Tổ 3' }).error).toContain('tỉnh');
  });
  test('an optional address on which only the preset province stands is not given', () => {
    expect(verdict({ type: 'address' }, { province: '15' })).toEqual({ value: undefined, error: undefined });
    expect(verdict({ type: 'address' }, { province: '01' }).error).toContain('xã, phường');
  });
});

describe('submissions without JavaScript', () => {
  const posted = (...entries: [string, string][]): FormData => readSubmission(form, entries, SAMPLE_DATA);

  test('dates in three boxes, ticks, boxes, rows; what was not on the page stays', () => {
    const data = posted(
      ['requester.birthDate.day', '5'],
      ['requester.birthDate.month', '3'],
      ['requester.birthDate.year', '1990'],
      ['promise', ''],
      ['reasons._set', '1'],
      ['reasons.b', 'on'],
      ['members._rows', '1'],
      ['members.0.name', 'Mới'],
      ['members.7.name', 'Ngoài'],
      ['evil.__proto__.x', '1'],
    );
    expect(data).toEqual({
      ...SAMPLE_DATA,
      promise: false,
      reasons: { b: true },
      members: [{ name: 'Mới', age: 6, school: 'Tiểu học Sa Pa' }],
    });
  });
  test('an unreadable date is kept as typed', () =>
    expect(
      posted(
        ['requester.birthDate.day', '31'],
        ['requester.birthDate.month', '2'],
        ['requester.birthDate.year', '1990'],
      ).requester,
    ).toMatchObject({ birthDate: { day: '31', month: '2', year: '1990' } }));
  test('only files that are already in the form can be named', () => {
    expect(posted(['birthProof._files', '1'], ['birthProof.0.id', 'stolen']).birthProof).toBeUndefined();
    expect(posted(['birthProof._files', '1'], ['birthProof.0.id', 'f1']).birthProof).toEqual(
      SAMPLE_DATA.birthProof,
    );
  });
  test('buttons add and remove rows and files', () => {
    const run = (op: string, data: FormData = SAMPLE_DATA): FormData => {
      const operation = readOperation([
        ['a', 'b'],
        ['_op', op],
      ]);
      return operation === undefined ? data : applyOperation(form, data, operation);
    };
    expect(run('add:members').members).toHaveLength(3);
    expect(run('remove:members.0').members).toEqual([{ name: 'Hai', age: 30 }]);
    expect(run('removeFile:birthProof.f1').birthProof).toBeUndefined();
    expect(run('add:nothing')).toBe(SAMPLE_DATA);
    expect(run('remove:members.x')).toBe(SAMPLE_DATA);
    const full = Array.from({ length: 9 }).reduce<FormData>((data) => run('add:members', data), SAMPLE_DATA);
    expect(full.members).toHaveLength(5);
  });
  test('an upload replaces the old one, or joins where several are allowed', () => {
    const ref = { id: 'f2', name: 'b.pdf', size: 1, mime: 'application/pdf' };
    expect(addFile(form, SAMPLE_DATA, 'birthProof', ref).birthProof).toEqual([ref]);
    expect(
      addFile(form, addFile(form, SAMPLE_DATA, 'others', ref), 'others', { ...ref, id: 'f3' }).others,
    ).toHaveLength(2);
    expect(addFile(form, SAMPLE_DATA, 'note', ref)).toBe(SAMPLE_DATA);
  });
});

test('the summary reads as people write', () => {
  const rows = summarise(form, validateForm(form, SAMPLE_DATA, options).data).flatMap((page) =>
    page.rows.map((row) => [row.path, row.value]),
  );
  expect(Object.fromEntries(rows)).toMatchObject({
    'requester.birthDate': '05/03/1990',
    'requester.sex': 'Nữ',
    'requester.home': 'Tổ 3, Phường Sa Pa, Tỉnh Lào Cai',
    'mother.birthDate': '1970',
    'members.0.name': 'Một',
    copies: '2 bản',
    reasons: 'A',
    promise: 'Có',
  });
});

describe('properties', () => {
  const value = fc.oneof(
    fc.anything(),
    fc.string(),
    fc.constantFrom('yes', 'no', '6', '5/3/2026', '0912345678', '015190001234', true, 6),
    fc.record({ day: fc.string(), month: fc.string(), year: fc.string() }),
  );
  const nested = (keys: readonly string[]): fc.Arbitrary<FormData> =>
    fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
  const junk = fc.oneof(
    fc.anything(),
    fc.record(
      {
        requester: fc.oneof(
          value,
          nested(['fullName', 'birthDate', 'sex', 'personalId', 'phone', 'email', 'home']),
        ),
        motherKnown: value,
        mother: fc.oneof(value, nested(['fullName', 'birthDate', 'ethnic', 'married'])),
        marriageNumber: value,
        members: fc.oneof(
          value,
          fc.array(fc.oneof(value, nested(['name', 'age', 'school'])), { maxLength: 8 }),
        ),
        birthProof: value,
        others: value,
        copies: value,
        reasons: value,
        note: value,
        promise: value,
      },
      { requiredKeys: [] },
    ),
  );

  test('validating junk never throws, and cleaned data validates again unchanged', () => {
    fc.assert(
      fc.property(junk, (raw) => {
        const first = validateForm(form, raw, options);
        const second = validateForm(form, first.data, options);
        expect(second).toEqual(first);
        summarise(form, first.data);
      }),
      { numRuns: 1500 },
    );
  });
  test('cleaned data survives JSON', () => {
    fc.assert(
      fc.property(junk, (raw) => {
        const { data } = validateForm(form, raw, options);
        expect(JSON.parse(JSON.stringify(data))).toEqual(data);
      }),
      { numRuns: 500 },
    );
  });
  test('reading any submission never throws and pollutes nothing', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'members._rows',
        'members.0.name',
        '__proto__.x',
        'requester.home.province',
        'birthProof.0.id',
        'mother.birthDate',
        'constructor.prototype.x',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (entries) => {
        validateForm(form, readSubmission(form, entries, {}), options);
        expect(({} as Record<string, unknown>).x).toBeUndefined();
      }),
    );
  });
});

describe('same verdict as @formio/core on plain rules', () => {
  const valid = (component: object, x: unknown): boolean => {
    const scope: { errors?: unknown[] } = {};
    processSync({
      form: { components: [] },
      submission: { data: {} },
      components: [{ key: 'x', label: 'X', input: true, ...component }],
      data: { x },
      scope,
      processors: Processors.filter((processor) => processor.name === 'validate'),
      instances: {},
      config: { server: true },
      processor: ProcessorType.Validate,
    } as never);
    return (scope.errors ?? []).length === 0;
  };
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '1', 'đ', '-'), maxLength: 8 });
  test('texts: required, lengths, pattern', () => {
    fc.assert(
      fc.property(
        word,
        fc.boolean(),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 4, max: 8 }),
        fc.constantFrom('', '[ab]+', '\\d*', 'a|b1'),
        (x, required, minLength, maxLength, pattern) => {
          const component = { type: 'textfield', validate: { required, minLength, maxLength, pattern } };
          // Form.io anchors `a|b` as `^a|b$`; we mean the whole text.
          if (pattern === 'a|b1') return;
          expect([x, component, verdict(component, x).error === undefined]).toEqual([
            x,
            component,
            valid(component, x),
          ]);
        },
      ),
    );
  });
  test('numbers: limits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: -10, max: 0 }),
        fc.integer({ min: 0, max: 10 }),
        (x, min, max) => {
          const component = { type: 'number', validate: { min, max } };
          expect(verdict(component, x).error === undefined).toBe(valid(component, x));
        },
      ),
    );
  });
  test('e-mail and choices', () => {
    for (const x of ['a@b.vn', 'a.b+c@d-e.gov.vn', 'a', 'a@', '@b.vn', 'a b@c.vn'])
      expect([x, verdict({ type: 'email' }, x).error === undefined]).toEqual([
        x,
        valid({ type: 'email', validate: {} }, x),
      ]);
    const radio = {
      type: 'radio',
      values: [{ label: 'A', value: 'a' }],
      validate: { onlyAvailableItems: true },
    };
    for (const x of ['a', 'b']) expect(verdict(radio, x).error === undefined).toBe(valid(radio, x));
  });
});
