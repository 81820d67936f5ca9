/** The order in which Zeebe goes through a file's decisions, and with it the order of their keys: that of a Scala hash map of their ids. */

function javaHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(31, hash) + text.charCodeAt(at)) | 0;
  return hash;
}

/** Number of buckets after so many insertions: 16 at first, doubled before three quarters are full. */
function buckets(entries: number): number {
  let size = 16;
  while (entries >= size * 0.75) size *= 2;
  return size;
}

/** Ids in the order of the map: by bucket, inside a bucket by hash. */
export function inMapOrder<T extends { readonly id: string }>(entries: readonly T[]): T[] {
  const mask = buckets(entries.length) - 1;
  return entries
    .map((entry) => {
      const hash = javaHash(entry.id);
      return { entry, hash: hash ^ (hash >>> 16) };
    })
    .sort((a, b) => (a.hash & mask) - (b.hash & mask) || a.hash - b.hash)
    .map(({ entry }) => entry);
}
