/** Mustache templates of papers: always escaped, with the partials of partials/ and a few helpers for dates, blanks and QR codes. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Mustache from 'mustache';
import { formatDate, formatDateTime, formatShortDate } from './dates.ts';
import { SlipError } from './errors.ts';
import { qrSvg } from './qr.ts';

const PARTIALS = join(dirname(fileURLToPath(import.meta.url)), 'partials');
let partials: Readonly<Record<string, string>> | undefined;

type Render = (template: string) => string;
type Helper = () => (template: string, render: Render) => string;

const NONE = '- - - - -';
const BLANK = '<span class="blank" aria-hidden="true">……………………</span>';

/**
 * Helpers are sections: `{{#formatDate}}{{dueAt}}{{/formatDate}}`.
 * `blank` leaves a dotted line, `none` dashes, where there is no value; `qr` draws the code of its text.
 */
const HELPERS: Readonly<Record<string, Helper>> = {
  formatDate: helper(formatDate, BLANK),
  formatShortDate: helper(formatShortDate, BLANK),
  formatDateTime: helper(formatDateTime, BLANK),
  formatYear: helper((value) => value.slice(0, 4), NONE),
  blank: helper((value) => value, BLANK),
  none: helper((value) => value, NONE),
  qr: () => (template, render) => qrSvg(unescapeHtml(render(template).trim()), 'Mã QR tra cứu hồ sơ'),
};

/**
 * Fills a template. Dates may be Date or ISO text; list items know their `rowNumber`. Text is normalised to NFC.
 * Unescaped tags (`{{{x}}}`, `{{&x}}`) are refused.
 * @throws SlipError BAD_TEMPLATE, BAD_DATA
 */
export function renderTemplate(template: string, data: object): string {
  refuseUnescaped(template);
  partials ??= loadPartials();
  try {
    return Mustache.render(
      template,
      { ...HELPERS, ...numbered(JSON.parse(JSON.stringify(data))) },
      partials,
    ).normalize('NFC');
  } catch (error) {
    if (error instanceof RangeError) throw new SlipError('BAD_DATA', error.message, { cause: error });
    throw new SlipError(
      'BAD_TEMPLATE',
      `The template cannot be filled: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

function helper(format: (value: string) => string, empty: string): Helper {
  return () => (template, render) => {
    const value = render(template).trim();
    return value === '' ? empty : format(value);
  };
}

function refuseUnescaped(template: string): void {
  const tag = /\{\{(\{|\s*&)[^}]*\}/.exec(template);
  if (tag) throw new SlipError('BAD_TEMPLATE', `The template writes ${tag[0]} unescaped. Use {{name}}.`);
}

function loadPartials(): Record<string, string> {
  const files = readdirSync(PARTIALS).filter((name) => name.endsWith('.html'));
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -5), readFileSync(join(PARTIALS, name), 'utf8').trimEnd()]),
  );
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Gives the objects of every list their place in it, from 1. */
function numbered(value: Json): Record<string, Json> {
  const walk = (node: Json): Json => {
    if (Array.isArray(node))
      return node.map((item, index) => {
        const walked = walk(item);
        return walked !== null && typeof walked === 'object' && !Array.isArray(walked)
          ? { ...walked, rowNumber: index + 1 }
          : walked;
      });
    if (node !== null && typeof node === 'object')
      return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, walk(item)]));
    return node;
  };
  return walk(value) as Record<string, Json>;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x2F;': '/',
  '&#x60;': '`',
  '&#x3D;': '=',
};
/** Undoes Mustache's escaping, for text that becomes a QR code and not HTML. */
function unescapeHtml(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot|#39|#x2F|#x60|#x3D);/g, (entity) => ENTITIES[entity] ?? entity);
}
