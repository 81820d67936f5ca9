/** Entered data in words, for review pages, slips and the official's reading view. */
import { showDate } from './dates.ts';
import { getPath, isRecord } from './paths.ts';
import type { Field, Form, FormData, FormNode, FormPage, Locale } from './types.ts';
import { readAddress } from './validate/address.ts';
import { fileRefs } from './validate/file.ts';
import { showNumber } from './validate/text.ts';
import { concretePath, isVisible, pruneHidden, type Row, rowsAt } from './walk.ts';

export interface SummaryRow {
  readonly label: string;
  /** Empty text: nothing entered. */
  readonly value: string;
  readonly path: string;
  /** Title of the section or row it stands in, '' at the top of a page. */
  readonly group: string;
  readonly field: Field;
}
export interface SummaryPage {
  readonly page: FormPage;
  readonly rows: readonly SummaryRow[];
}

/** Visible pages with their visible fields, in order; empty optional ones included. */
export function summarise(form: Form, data: FormData, locale: Locale = 'vi'): readonly SummaryPage[] {
  const pruned = pruneHidden(form, data);
  return form.pages
    .filter((page) => isVisible(page, pruned))
    .map((page) => ({ page, rows: rowsOf(page.nodes, pruned, locale, '', undefined) }));
}

function rowsOf(
  nodes: readonly FormNode[],
  data: FormData,
  locale: Locale,
  group: string,
  row: Row | undefined,
): SummaryRow[] {
  return nodes.flatMap((node) => {
    if (!isVisible(node, data, row) || node.kind === 'note') return [];
    if (node.kind === 'section') return rowsOf(node.children, data, locale, node.title || group, row);
    if (node.kind === 'repeat') {
      return rowsAt(data, node).flatMap((_, index) =>
        rowsOf(node.children, data, locale, `${node.label} ${index + 1}`, {
          repeat: node.path,
          at: `${node.path}.${index}`,
          index,
          label: node.label,
        }),
      );
    }
    const path = concretePath(node.path, row);
    return [
      { label: node.label, value: showValue(node, getPath(data, path), locale), path, group, field: node },
    ];
  });
}

/** One value as people read it: labels for choices, dd/MM/yyyy, names of files. */
export function showValue(field: Field, value: unknown, locale: Locale = 'vi'): string {
  if (value === undefined || value === null || value === '') return '';
  const labelOf = (wanted: unknown): string =>
    field.options.find((option) => option.value === plain(wanted))?.label ?? plain(wanted);
  switch (field.type) {
    case 'date':
      return typeof value === 'string'
        ? showDate(value)
        : isRecord(value)
          ? [value.day, value.month, value.year].filter((part) => part !== '').join('/')
          : '';
    case 'number': {
      const shown = typeof value === 'number' ? showNumber(value) : plain(value);
      return field.suffix === undefined ? shown : `${shown} ${field.suffix}`;
    }
    case 'select':
    case 'radio':
      return labelOf(value);
    case 'checkbox':
      return value === true ? { vi: 'Có', en: 'Yes' }[locale] : { vi: 'Không', en: 'No' }[locale];
    case 'selectboxes':
      return isRecord(value)
        ? Object.keys(value)
            .filter((key) => value[key] === true)
            .map(labelOf)
            .join('; ')
        : '';
    case 'file':
      return fileRefs(value)
        .map((ref) => ref.name)
        .join('; ');
    case 'address': {
      const address = readAddress(value);
      return [
        address.detail,
        address.communeName ?? address.commune,
        address.provinceName ?? address.province,
      ]
        .filter((part) => part !== undefined)
        .join(', ');
    }
    default:
      return plain(value);
  }
}

/** Text of a scalar; anything else has none. */
const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
