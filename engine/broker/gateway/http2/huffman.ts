/** Reading Huffman-coded header texts (RFC 7541, 5.2). */
import { huffmanLengths } from './hpack-tables.ts';

const END = 256;
const LONGEST = 30;

/** A binary tree in one array: two slots per node; a slot holds the next node, or ~symbol, or 0 where nothing can follow. */
function buildTree(): Int16Array {
  const tree = new Int16Array(2 * 512);
  let nodes = 1;
  let code = 0;
  const insert = (symbol: number, length: number): void => {
    let node = 0;
    for (let bit = length - 1; bit > 0; bit--) {
      const slot = node * 2 + ((code >>> bit) & 1);
      if (tree[slot] === 0) tree[slot] = nodes++;
      node = tree[slot] as number;
    }
    tree[node * 2 + (code & 1)] = ~symbol;
  };
  for (let length = 1; length <= LONGEST; length++) {
    for (const [symbol, own] of huffmanLengths.entries()) {
      if (own !== length) continue;
      insert(symbol, length);
      code++;
    }
    code <<= 1;
  }
  return tree;
}
const tree = buildTree();

/** The text in Latin-1, or undefined where the bytes are no such code. */
export function huffmanDecoded(bytes: Buffer): string | undefined {
  // the shortest code has five bits
  const decoded = Buffer.allocUnsafe(Math.ceil((bytes.length * 8) / 5));
  let length = 0;
  let node = 0;
  let pending = 0;
  let ones = true;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit--) {
      const value = (byte >>> bit) & 1;
      const next = tree[node * 2 + value] as number;
      if (next >= 0) {
        if (next === 0) return undefined;
        node = next;
        pending++;
        ones &&= value === 1;
        continue;
      }
      if (~next === END) return undefined;
      decoded[length++] = ~next;
      node = 0;
      pending = 0;
      ones = true;
    }
  }
  // what is left are less than eight bits of the end mark, which is all ones
  return pending < 8 && ones ? decoded.toString('latin1', 0, length) : undefined;
}
