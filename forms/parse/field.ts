/** Form.io components that carry data → `Field`. */
import { catalogueNames, findCatalogue } from '../catalogues.ts';
import { sourceNames, sourceOf } from '../sources.ts';
import type { Field, FieldType, FormOption } from '../types.ts';
import { parseCondition } from './condition.ts';
import { type Json, list, type ParseContext, record, report, text, translated } from './context.ts';
import { htmlToText } from './html.ts';
import { parseRules } from './rules.ts';

const TYPES: Readonly<Record<string, FieldType>> = {
  textfield: 'textfield',
  textarea: 'textarea',
  number: 'number',
  currency: 'number',
  email: 'email',
  phoneNumber: 'phoneNumber',
  datetime: 'date',
  day: 'date',
  date: 'date',
  select: 'select',
  radio: 'radio',
  checkbox: 'checkbox',
  selectboxes: 'selectboxes',
  file: 'file',
  address: 'address',
  citizenId: 'citizenId',
};
/** Most bytes of an upload where the form says nothing. */
const DEFAULT_FILE_BYTES = 10 * 1024 * 1024;
const DEFAULT_ACCEPT = ['.pdf', '.jpg', '.jpeg', '.png'];
const SHORT: readonly FieldType[] = ['date', 'number', 'citizenId', 'phoneNumber'];

export const isFieldType = (type: string): boolean => Object.hasOwn(TYPES, type);

/** `type` must be one of `isFieldType`. */
export function parseField(
  ctx: ParseContext,
  json: Json,
  place: { key: string; dataPath: string; path: string },
): Field {
  const { key, dataPath, path } = place;
  const type = TYPES[String(json.type)] as FieldType;
  const properties = record(json.properties);
  const label = translated(ctx, json, text(json, 'label') ?? text(json, 'legend'));
  if (label === undefined) {
    report(
      ctx,
      `${path}#label`,
      'Trường nhập liệu chưa có nhãn. Hãy đặt nhãn (label).',
      'The field has no label. Give it one.',
    );
  }
  if (json.multiple === true && type !== 'file') {
    report(
      ctx,
      `${path}#multiple`,
      'Chỉ trường tệp nhận nhiều giá trị. Hãy dùng lưới (datagrid) hoặc nhóm ô chọn (selectboxes).',
      'Only files take several values. Use a datagrid or selectboxes.',
    );
  }
  if (
    type === 'date' &&
    json.enableTime === true &&
    record(json.widget).enableTime !== false &&
    json.type === 'datetime'
  ) {
    report(
      ctx,
      `${path}#enableTime`,
      'Chỉ nhập ngày, không nhập giờ. Hãy đặt enableTime: false.',
      'Dates carry no time here. Set enableTime: false.',
    );
  }
  const hint = translated(ctx, json, text(json, 'description') ?? text(json, 'tooltip'), 'description');
  const format = parseFormat(ctx, type, properties, path);
  const agreesWith = { birthDate: text(properties, 'birthDate'), sex: text(properties, 'sex') };
  const field: Field = {
    kind: 'field',
    type,
    key,
    path: dataPath,
    label: htmlToText(label ?? key),
    hint: hint === undefined ? undefined : htmlToText(hint),
    placeholder: translated(ctx, json, text(json, 'placeholder'), 'placeholder'),
    rules: parseRules(ctx, json, path),
    options: ['select', 'radio', 'selectboxes'].includes(type) ? parseOptions(ctx, json, path) : [],
    condition: parseCondition(ctx, json, path),
    file: type === 'file' ? parseFile(ctx, json, path) : undefined,
    width: parseWidth(properties, type),
    autocomplete: text(properties, 'autocomplete') ?? text(json, 'autocomplete'),
    readOnly: json.disabled === true || json.readOnly === true,
    defaultValue: json.defaultValue === '' || json.defaultValue === null ? undefined : json.defaultValue,
    format,
    input: type === 'date' && text(properties, 'input') === 'text' ? 'text' : undefined,
    suffix: translated(
      ctx,
      json,
      text(json, 'suffix') ?? (json.type === 'currency' ? 'đ' : undefined),
      'suffix',
    ),
    agreesWith:
      type === 'citizenId' && (agreesWith.birthDate ?? agreesWith.sex) !== undefined ? agreesWith : undefined,
  };
  return Object.fromEntries(
    Object.entries(field).filter(([, value]) => value !== undefined),
  ) as unknown as Field;
}

function parseFormat(ctx: ParseContext, type: FieldType, properties: Json, path: string): Field['format'] {
  const format = text(properties, 'format');
  if (format === undefined) return undefined;
  if (format === 'personName' && type === 'textfield') return format;
  if (format === 'partialDate' && type === 'date') return format;
  report(
    ctx,
    `${path}#properties.format`,
    `Định dạng “${format}” không dùng được cho loại này. Dùng personName cho textfield, partialDate cho ngày.`,
    `Format "${format}" does not fit this type. Use personName on a textfield, partialDate on a date.`,
  );
  return undefined;
}

function parseWidth(properties: Json, type: FieldType): Field['width'] {
  const width = text(properties, 'width');
  if (width === 'short' || width === 'medium' || width === 'full') return width;
  return SHORT.includes(type) ? 'short' : undefined;
}

function parseOptions(ctx: ParseContext, json: Json, path: string): readonly FormOption[] {
  const catalogue = text(record(json.properties), 'catalogue');
  if (catalogue !== undefined) {
    const options = findCatalogue(catalogue, ctx.locale);
    if (options !== undefined) return options;
    report(
      ctx,
      `${path}#properties.catalogue`,
      `Không có danh mục “${catalogue}”. Các danh mục có sẵn: ${catalogueNames.join(', ')}.`,
      `There is no catalogue "${catalogue}". Available: ${catalogueNames.join(', ')}.`,
    );
    return [];
  }
  const source = text(record(json.properties), 'source');
  if (source !== undefined && (sourceOf(json) === undefined || json.type === 'selectboxes')) {
    report(
      ctx,
      `${path}#properties.source`,
      `Không có nguồn dữ liệu “${source}” cho loại này. Dùng select hoặc radio với: ${sourceNames.join(', ')}.`,
      `There is no data source "${source}" for this type. Use select or radio with: ${sourceNames.join(', ')}.`,
    );
    return [];
  }
  const raw = json.type === 'select' ? (record(json.data).values ?? json.values) : json.values;
  const options = list(raw).flatMap((item) => {
    const option = record(item);
    const value =
      typeof option.value === 'string' || typeof option.value === 'number' ? String(option.value) : '';
    const label = (ctx.locale === 'en' ? text(option, 'en') : undefined) ?? text(option, 'label');
    return value === '' || label === undefined ? [] : [{ value, label: htmlToText(label) }];
  });
  // a source is filled in when the form is handed out, and may be empty even then
  if (options.length === 0 && source === undefined) {
    report(
      ctx,
      `${path}#values`,
      'Danh sách lựa chọn đang trống. Hãy nhập ít nhất một lựa chọn có nhãn và giá trị.',
      'There are no options. Give at least one with a label and a value.',
    );
  }
  const values = options.map((option) => option.value);
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) {
    report(
      ctx,
      `${path}#values`,
      `Giá trị “${twice}” có ở hai lựa chọn. Hãy đặt mỗi lựa chọn một giá trị.`,
      `Value "${twice}" stands in two options. Make values distinct.`,
    );
  }
  if (
    json.type === 'selectboxes' &&
    values.some((value) => !/^[\w-]+$/.test(value) || value === '__proto__')
  ) {
    report(
      ctx,
      `${path}#values`,
      'Giá trị của ô chọn chỉ gồm chữ không dấu, số, gạch. Hãy sửa giá trị.',
      'Values of select boxes may hold letters, digits and dashes only.',
    );
  }
  return options;
}

function parseFile(ctx: ParseContext, json: Json, path: string): Field['file'] {
  const written = text(json, 'filePattern');
  const accept =
    written === undefined || written === '*'
      ? DEFAULT_ACCEPT
      : written.split(/[,;\s]+/).filter((part) => part !== '');
  const size = text(json, 'fileMaxSize');
  const match = size === undefined ? null : /^(\d+(?:\.\d+)?)\s*(B|KB|MB|GB)?$/i.exec(size);
  if (size !== undefined && match === null) {
    report(
      ctx,
      `${path}#fileMaxSize`,
      `Dung lượng “${size}” không đọc được. Hãy viết như 10MB.`,
      `Size "${size}" cannot be read. Write it as 10MB.`,
    );
  }
  const unit = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 }[(match?.[2] ?? 'b').toLowerCase()] ?? 1;
  const componentCode = text(record(json.properties), 'componentCode');
  return {
    ...(componentCode === undefined ? {} : { componentCode }),
    accept,
    maxBytes: match === null ? DEFAULT_FILE_BYTES : Math.round(Number(match[1]) * unit),
    multiple: json.multiple === true,
  };
}
