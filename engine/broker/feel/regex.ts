/** Java regular expressions on JavaScript's engine, with a bound on the time a pattern may take. */
import { Script } from 'node:vm';
import { BudgetExceeded, boundedText } from './runtime.ts';

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

interface Position {
  readonly pattern: string;
  readonly at: number;
  readonly inClass: boolean;
}
/** Translated text and how many characters of the pattern it stands for. */
type Piece = readonly [text: string, length: number];

const META = /[\\^$.*+?()[\]{}|/]/g;
const OUTSIDE: Readonly<Record<string, string>> = {
  A: '^',
  z: '$',
  Z: '(?=\\n?$)',
  h: '[ \\t\\xA0]',
  e: '\\x1B',
  a: '\\x07',
};
const INSIDE: Readonly<Record<string, string>> = { h: ' \\t\\xA0', e: '\\x1B', a: '\\x07' };

/** Escapes that Java writes differently: `\Q…\E`, `\p{Alpha}`, `\A`, `\z`, `\Z`, `\h`, escaped punctuation. */
function escapePiece({ pattern, at, inClass }: Position): Piece {
  const rest = pattern.slice(at);
  const quoted = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest);
  if (quoted) return [(quoted[1] ?? '').replace(META, '\\$&'), quoted[0].length];
  const named = /^\\(p|P)\{(?:Is)?(\w+)\}/.exec(rest);
  if (named) {
    const body = CLASSES[named[2] ?? ''] ?? `\\p{${(named[2] ?? '').replace(/^java/, '')}}`;
    return [inClass ? body : `[${named[1] === 'P' ? '^' : ''}${body}]`, named[0].length];
  }
  const next = pattern[at + 1] ?? '';
  const special = (inClass ? INSIDE : OUTSIDE)[next];
  if (special !== undefined) return [special, 2];
  const kept = /[a-zA-Z0-9^$\\.*+?()[\]{}|/]/.test(next) || (inClass && next === '-');
  return [kept ? `\\${next}` : next, 2];
}

/** Braces and brackets that stand for themselves in Java must be escaped in JavaScript's unicode mode. */
function plainPiece({ pattern, at, inClass }: Position, comments: boolean): Piece {
  const char = pattern[at] as string;
  if (inClass) return [char, 1];
  if (comments && /\s/.test(char)) return ['', 1];
  if (comments && char === '#') {
    const end = pattern.indexOf('\n', at);
    return ['', (end < 0 ? pattern.length : end) - at];
  }
  const quantifier = /^\{\d+(?:,\d*)?\}/.exec(pattern.slice(at))?.[0];
  if (quantifier !== undefined) return [quantifier, quantifier.length];
  return [char === '}' || char === ']' ? `\\${char}` : char, 1];
}

/** Rewrites a Java pattern for JavaScript's unicode mode. */
function translate(pattern: string, comments: boolean): string {
  let text = '';
  let inClass = false;
  for (let at = 0; at < pattern.length; ) {
    const char = pattern[at] as string;
    const position = { pattern, at, inClass };
    const [piece, length] =
      char === '\\'
        ? escapePiece(position)
        : inClass && char === ']'
          ? [']', 1]
          : plainPiece(position, comments);
    if (char === '[') inClass = true;
    if (char === ']') inClass = false;
    text += piece;
    at += length;
  }
  return text;
}

function compilePattern(pattern: string, flags: string): RegExp | undefined {
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  const all = flags + (inline?.[1] ?? '');
  const body = translate(inline ? pattern.slice(inline[0].length) : pattern, all.includes('x'));
  const chosen = ['i', 'm', 's'].filter((flag) => all.includes(flag)).join('');
  try {
    return new RegExp(body, `gu${chosen}`);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
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
  return boundedText(text + input.slice(at));
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
