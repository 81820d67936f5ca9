/** Java regular expressions on JavaScript's engine, with a bound on the time a pattern may take. */
import { Script } from 'node:vm';
import { BudgetExceeded } from './runtime.ts';

const TIME_LIMIT_MS = 200;
const MAX_CACHED = 500;
const cache = new Map<string, RegExp | undefined>();

const CLASSES: Record<string, string> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`{-~',
  XDigit: '0-9a-fA-F',
  Space: ' \\t\\n\\v\\f\\r',
  Blank: ' \\t',
  ASCII: '\\x00-\\x7F',
};

/** Rewrites what Java writes differently: `\p{Alpha}`, `\A`, `\z`, `\Z`, `\h`, `\Q…\E`, comments of flag x. */
function translate(pattern: string, comments: boolean): string {
  let text = '';
  let inClass = 0;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] as string;
    if (char === '\\') {
      const rest = pattern.slice(at);
      const quoted = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest);
      const named = /^\\(p|P)\{(?:Is)?(\w+)\}/.exec(rest);
      if (quoted) {
        text += (quoted[1] ?? '').replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
        at += quoted[0].length - 1;
      } else if (named) {
        const known = CLASSES[named[2] ?? ''];
        const name = (named[2] ?? '').replace(/^java/, '');
        const body = known ?? `\\p{${name}}`;
        text += inClass > 0 ? body : `[${named[1] === 'P' ? '^' : ''}${body}]`;
        at += named[0].length - 1;
      } else {
        const next = pattern[at + 1] ?? '';
        text +=
          {
            A: '^',
            z: '$',
            Z: '(?=\\n?$)',
            h: inClass > 0 ? ' \\t\\xA0' : '[ \\t\\xA0]',
            e: '\\x1B',
            a: '\\x07',
          }[next] ?? escapeOf(next);
        at += 1;
      }
    } else if (inClass === 0 && comments && /\s/.test(char)) {
    } else if (inClass === 0 && comments && char === '#') {
      const end = pattern.indexOf('\n', at);
      at = end < 0 ? pattern.length : end;
    } else {
      if (char === '[') inClass += 1;
      if (char === ']' && inClass > 0) inClass -= 1;
      text += char;
    }
  }
  return text;
}

/** Escapes of punctuation that the unicode mode does not allow are written plainly. */
const escapeOf = (next: string): string => (/[\w^$\\.*+?()[\]{}|/-]/.test(next) ? `\\${next}` : next);

function compilePattern(pattern: string, flags: string): RegExp | undefined {
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  const all = flags + (inline?.[1] ?? '');
  const body = translate(inline ? pattern.slice(inline[0].length) : pattern, all.includes('x'));
  const jsFlags = `g${all.includes('i') ? 'i' : ''}${all.includes('m') ? 'm' : ''}${all.includes('s') ? 's' : ''}`;
  for (const mode of ['u', '']) {
    try {
      return new RegExp(body, jsFlags + mode);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

function patternOf(pattern: string, flags: string): RegExp | undefined {
  const key = `${flags}/${pattern}`;
  if (cache.has(key)) return cache.get(key);
  if (cache.size >= MAX_CACHED) cache.clear();
  const compiled = compilePattern(pattern, flags);
  cache.set(key, compiled);
  return compiled;
}

/** Patterns that repeat a group or stand several times open can take exponential time. */
const mayExplode = (regex: RegExp, input: string): boolean =>
  input.length > 20 &&
  (/\)[*+{?]/.test(regex.source) ||
    (regex.source.match(/[*+]/g) ?? []).length > 1 ||
    regex.source.includes('\\1'));

const matcher = new Script('matches = Array.from(input.matchAll(regex))');

interface Match {
  readonly start: number;
  readonly text: string;
  readonly groups: readonly (string | undefined)[];
  readonly named: Readonly<Record<string, string>> | undefined;
}

/** All matches. @throws BudgetExceeded when the pattern takes too long on this input */
function allMatches(input: string, regex: RegExp): Match[] {
  let found: RegExpMatchArray[];
  if (mayExplode(regex, input)) {
    const sandbox: { input: string; regex: RegExp; matches: RegExpMatchArray[] } = {
      input,
      regex,
      matches: [],
    };
    try {
      matcher.runInNewContext(sandbox, { timeout: TIME_LIMIT_MS });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      throw new BudgetExceeded(`The pattern '${regex.source}' takes longer than ${TIME_LIMIT_MS} ms`);
    }
    found = sandbox.matches;
  } else {
    found = [...input.matchAll(regex)];
  }
  return found.map((match) => ({
    start: match.index ?? 0,
    text: match[0],
    groups: match.slice(1),
    named: match.groups,
  }));
}

/** Replacement text with Java's `$1`, `${name}` and `\` escapes; undefined when it refers to a missing group. */
function expand(replacement: string, match: Match): string | undefined {
  let missing = false;
  const text = replacement.replace(
    /\\([\s\S])|\$(\d)(\d*)|\$\{(\w+)\}|\$|\\$/g,
    (whole, escaped, first, more, name) => {
      if (escaped !== undefined) return escaped;
      if (name !== undefined) {
        if (!match.named || !(name in match.named)) missing = true;
        return match.named?.[name] ?? '';
      }
      if (first === undefined) {
        missing = true;
        return whole;
      }
      let group = Number(first);
      let used = 0;
      while (used < more.length && group * 10 + Number(more[used]) <= match.groups.length) {
        group = group * 10 + Number(more[used]);
        used += 1;
      }
      if (group > match.groups.length) missing = true;
      return (group === 0 ? match.text : (match.groups[group - 1] ?? '')) + more.slice(used);
    },
  );
  return missing ? undefined : text;
}

/** Whether the pattern is found anywhere; undefined for an unreadable pattern. */
export function findPattern(input: string, pattern: string, flags: string): boolean | undefined {
  const regex = patternOf(pattern, flags);
  return regex && allMatches(input, regex).length > 0;
}

export function replaceAll(
  input: string,
  pattern: string,
  flags: string,
  replacement: string,
): string | undefined {
  const regex = patternOf(pattern, flags);
  if (!regex) return undefined;
  let [text, at] = ['', 0];
  for (const match of allMatches(input, regex)) {
    const replaced = expand(replacement, match);
    if (replaced === undefined) return undefined;
    text += input.slice(at, match.start) + replaced;
    at = match.start + match.text.length;
  }
  return text + input.slice(at);
}

/** Pieces between the matches; an empty match at the very beginning makes no piece. */
export function splitBy(input: string, pattern: string): string[] | undefined {
  const regex = patternOf(pattern, '');
  if (!regex) return undefined;
  const pieces: string[] = [];
  let at = 0;
  for (const match of allMatches(input, regex)) {
    if (match.text === '' && (match.start === 0 || match.start >= input.length)) {
      if (match.start === 0 || input.length === 0) continue;
    }
    pieces.push(input.slice(at, match.start));
    at = match.start + match.text.length;
  }
  return [...pieces, input.slice(at)];
}

export function extractAll(input: string, pattern: string): string[] | undefined {
  const regex = patternOf(pattern, '');
  return regex && allMatches(input, regex).map(({ text }) => text);
}
