/** Folding of Vietnamese text for search: no diacritics, lower case, words. */

/** `Nguyễn Đức An` → `nguyen duc an`. */
export function fold(text: string): string {
  return text.replace(/[đĐ]/g, 'd').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Words of the given texts, folded, each once, separated by one blank: the `search` columns. Codes stay whole and in their parts. */
export function searchWords(...texts: readonly (string | null | undefined)[]): string {
  const words = new Set<string>();
  for (const text of texts) {
    if (!text) continue;
    for (const word of fold(text).split(/\s+/)) {
      if (word) words.add(word);
      for (const part of word.split(/[^\p{L}\p{N}]+/u)) if (part) words.add(part);
    }
  }
  return [...words].join(' ');
}

/** A tsquery text in which every word of the search must begin some word; null when nothing is searched. */
export function searchQuery(search: string | undefined): string | null {
  const words = fold(search ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8);
  return words.length === 0
    ? null
    : words.map((word) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}':*`).join(' & ');
}

/** A task's search words carry its place as well, so that the index narrows to it. */
export function taskSearch(words: string, role: string, unitId: string): string {
  return `${words} @${role}@${unitId} @${unitId}`;
}
