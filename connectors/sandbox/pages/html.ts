/** HTML of the sandbox's pages: values are escaped unless they are HTML made here. */

export interface Html {
  readonly html: string;
}
type Value = Html | string | number | null | undefined | false | readonly Value[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: parts.reduce((text, part, index) => text + render(values[index - 1]) + part) };
}

function render(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number')
    return String(value).replace(/[&<>"']/g, (c) => escapes[c] ?? c);
  if ('html' in value) return value.html;
  return value.map(render).join('');
}

/** Vietnamese with English beside. */
export function both(text: { readonly vi: string; readonly en: string }): Html {
  return html`${text.vi} <span class="en" lang="en">${text.en}</span>`;
}

/** `dd/MM/yyyy HH:mm:ss`, Vietnamese time. */
export function when(at: Date): Html {
  const iso = new Date(at.getTime() + 7 * 3_600_000).toISOString();
  const text = `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 19)}`;
  return html`<time datetime="${at.toISOString()}">${text}</time>`;
}
