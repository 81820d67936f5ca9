/** A person with a browser that runs no script: follows links, fills forms by field name, keeps cookies. */
import { type HTMLElement, parse } from 'node-html-parser';

export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly html: string;
  readonly root: HTMLElement;
  /** Text of the page as it is read, white space folded. */
  readonly text: string;
}

export type FieldValue =
  | string
  | readonly string[]
  | { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

interface Answer {
  readonly url: URL;
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Visitor {
  /** The page now open. */
  readonly page: () => Page;
  readonly open: (path: string) => Promise<Page>;
  /** Submits the form that holds `button` (its visible text or `name=value`), with these values over those in the page. */
  readonly press: (button: string, values?: Readonly<Record<string, FieldValue>>) => Promise<Page>;
  /** Posts what no button of the page would send, as somebody with a tool of his own. */
  readonly send: (path: string, values: Readonly<Record<string, string>>) => Promise<Page>;
  /** Follows the first link whose text contains this. */
  readonly follow: (text: string) => Promise<Page>;
  /** A window of its own on the same session. */
  readonly window: () => Visitor;
  readonly download: (path: string) => Promise<Answer>;
}

export interface VisitorOptions {
  readonly baseUrl: string;
  /** Tries again while the server is away (503 or no connection), for so many milliseconds. */
  readonly patienceMs?: number;
  /** Cookies of somebody who is signed in already: another window of the same person. */
  readonly cookies?: Map<string, string>;
}

/** Who waits longer for an answer gives up, or tries again if he has the patience. */
const ANSWER_MS = 40_000;

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What a browser would send for this form as it stands. */
function standing(form: HTMLElement): [string, string][] {
  const entries: [string, string][] = [];
  for (const field of form.querySelectorAll('input, select, textarea')) {
    const name = field.getAttribute('name');
    if (!name || field.hasAttribute('disabled')) continue;
    const kind =
      field.tagName === 'INPUT' ? (field.getAttribute('type') ?? 'text') : field.tagName.toLowerCase();
    if (['submit', 'button', 'image', 'reset', 'file'].includes(kind)) continue;
    if ((kind === 'checkbox' || kind === 'radio') && !field.hasAttribute('checked')) continue;
    if (kind === 'select') {
      const options = field.querySelectorAll('option');
      const chosen = options.filter((option) => option.hasAttribute('selected'));
      const taken = chosen.length > 0 ? chosen : field.hasAttribute('multiple') ? [] : options.slice(0, 1);
      for (const option of taken) entries.push([name, option.getAttribute('value') ?? option.text]);
    } else if (kind === 'textarea') entries.push([name, field.text]);
    else entries.push([name, field.getAttribute('value') ?? (kind === 'checkbox' ? 'on' : '')]);
  }
  return entries;
}

/** Opens a session of its own. Throws an Error with the address and status when a page cannot be had. */
export function createVisitor(options: VisitorOptions): Visitor {
  const cookies = options.cookies ?? new Map<string, string>();
  let current: Page | undefined;

  const once = async (url: URL, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, {
      ...init,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      const gone = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute));
      if (gone) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };

  /** The answer with its whole body: a server that dies while it answers counts as away. */
  const request = async (url: URL, init: RequestInit): Promise<Answer> => {
    const until = Date.now() + (options.patienceMs ?? 0);
    for (;;) {
      try {
        let response = await once(url, init);
        let place = url;
        for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 10; hops++) {
          place = new URL(String(response.headers.get('location')), place);
          await response.arrayBuffer();
          response = await once(place, { method: 'GET' });
        }
        const bytes = new Uint8Array(await response.arrayBuffer());
        const answer = {
          url: place,
          status: response.status,
          type: response.headers.get('content-type') ?? '',
          bytes,
        };
        if (response.status < 500 || Date.now() >= until) return answer;
      } catch (error) {
        if (Date.now() >= until)
          throw new Error(`${init.method ?? 'GET'} ${url.pathname} failed: ${String(error)}`);
      }
      await new Promise((done) => setTimeout(done, 150));
    }
  };

  const show = async (url: URL, init: RequestInit): Promise<Page> => {
    const answer = await request(url, init);
    const html = new TextDecoder().decode(answer.bytes);
    const root = parse(html, { comment: false, blockTextElements: { script: false, style: false } });
    const text = folded(root.querySelector('body')?.structuredText ?? '');
    current = { url: answer.url, status: answer.status, html, root, text };
    return current;
  };

  const page = () => {
    if (!current) throw new Error('no page is open yet');
    return current;
  };

  return {
    page,
    window: () => createVisitor({ ...options, cookies }),
    open: (path) => show(new URL(path, options.baseUrl), { method: 'GET' }),
    press: async (label, values = {}) => {
      const { root, url } = page();
      const buttons = root.querySelectorAll('button, input[type=submit]');
      const button = buttons.find(
        (element) =>
          folded(element.text) === label ||
          `${element.getAttribute('name')}=${element.getAttribute('value')}` === label,
      );
      if (!button)
        throw new Error(
          `no button "${label}" on ${url.pathname}; there are: ${buttons.map((element) => folded(element.text)).join(' | ')}`,
        );
      const formId = button.getAttribute('form');
      const form = formId ? root.getElementById(formId) : button.closest('form');
      if (!form) throw new Error(`button "${label}" on ${url.pathname} belongs to no form`);
      const entries: [string, FieldValue][] = standing(form).filter(([name]) => !(name in values));
      for (const [name, value] of Object.entries(values)) entries.push([name, value]);
      const buttonName = button.getAttribute('name');
      if (buttonName) entries.push([buttonName, button.getAttribute('value') ?? '']);
      const target = new URL(
        button.getAttribute('formaction') ?? form.getAttribute('action') ?? url.href,
        url,
      );
      const method = (form.getAttribute('method') ?? 'get').toLowerCase();
      const multipart = form.getAttribute('enctype') === 'multipart/form-data';
      const body = multipart ? new FormData() : new URLSearchParams();
      for (const [name, value] of entries)
        for (const one of Array.isArray(value) ? value : [value])
          if (typeof one === 'string') body.append(name, one);
          else if (body instanceof FormData)
            body.append(name, new File([one.bytes], one.name, { type: one.type }));
          else throw new Error(`form on ${url.pathname} takes no file`);
      if (method === 'get') {
        for (const [name, value] of new URLSearchParams(body instanceof URLSearchParams ? body : ''))
          target.searchParams.append(name, value);
        return show(target, { method: 'GET' });
      }
      return show(target, { method: 'POST', body, headers: { origin: new URL(options.baseUrl).origin } });
    },
    send: (path, values) =>
      show(new URL(path, options.baseUrl), {
        method: 'POST',
        body: new URLSearchParams(values),
        headers: { origin: new URL(options.baseUrl).origin },
      }),
    follow: async (text) => {
      const { root, url } = page();
      const link = root.querySelectorAll('a[href]').find((element) => folded(element.text).includes(text));
      if (!link) throw new Error(`no link "${text}" on ${url.pathname}`);
      return show(new URL(String(link.getAttribute('href')), url), { method: 'GET' });
    },
    download: (path) => request(new URL(path, current?.url ?? options.baseUrl), { method: 'GET' }),
  };
}
