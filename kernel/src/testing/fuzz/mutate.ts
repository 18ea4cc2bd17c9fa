// A file that somebody damaged: seeded, so that a fault found once is found again.

import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";

type Random = () => number;

/** Numbers and words that parsers trip over, put in the place of others. */
const odd = [
  "-1",
  "0",
  "2147483648",
  "4294967296",
  "18446744073709551615",
  "1e308",
  "NaN",
  "inf",
  ".",
  "",
  "\t",
  "\n",
  "\r",
  "\0",
  '"',
  "\ufeff",
  "__proto__",
  "%00",
].map((text) => new TextEncoder().encode(text));

const place = (random: Random, length: number): number => Math.floor(random() * Math.max(1, length));

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The word or number around a place. */
function wordAt(bytes: Uint8Array, at: number): readonly [from: number, to: number] {
  const isWord = (byte: number | undefined): boolean =>
    byte !== undefined &&
    ((byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 46);
  let from = at;
  let to = at;
  while (from > 0 && at - from < 40 && isWord(bytes[from - 1])) from--;
  while (to < bytes.length && to - at < 40 && isWord(bytes[to])) to++;
  return [from, to];
}

const acts: readonly ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  // A bit.
  (bytes, random) => {
    const copy = bytes.slice();
    const at = place(random, copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << place(random, 8));
    return copy;
  },
  // A byte, often the least or the largest.
  (bytes, random) => {
    const copy = bytes.slice();
    copy[place(random, copy.length)] = random() < 0.5 ? (random() < 0.5 ? 0 : 255) : place(random, 256);
    return copy;
  },
  // Four bytes: what may be a length.
  (bytes, random) => {
    const copy = bytes.slice();
    const at = place(random, copy.length - 4);
    for (let byte = 0; byte < 4 && at + byte < copy.length; byte++) copy[at + byte] = random() < 0.7 ? 255 : 127;
    return copy;
  },
  // Cut.
  (bytes, random) => bytes.slice(0, place(random, bytes.length)),
  // A piece left out.
  (bytes, random) => {
    const from = place(random, bytes.length);
    return joined(bytes.subarray(0, from), bytes.subarray(Math.min(bytes.length, from + 1 + place(random, 64))));
  },
  // A piece twice, or many times.
  (bytes, random) => {
    const from = place(random, bytes.length);
    const piece = bytes.subarray(from, from + 1 + place(random, 200));
    const times = random() < 0.1 ? 50 : 1;
    return joined(bytes.subarray(0, from), ...Array.from({ length: times }, () => piece), bytes.subarray(from));
  },
  // Another word in the place of one.
  (bytes, random) => {
    const [from, to] = wordAt(bytes, place(random, bytes.length));
    return joined(bytes.subarray(0, from), odd[place(random, odd.length)] ?? new Uint8Array(0), bytes.subarray(to));
  },
  // Two pieces that changed places.
  (bytes, random) => {
    const [a = 0, b = 0, c = 0] = [0, 0, 0].map(() => place(random, bytes.length)).sort((x, y) => x - y);
    return joined(bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c));
  },
];

/** One to four acts, by the seed. */
export function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const random = seededRandom(seed);
  let file = bytes;
  for (let left = 1 + place(random, 4); left > 0; left--)
    file = (acts[place(random, acts.length)] ?? ((same) => same))(file, random);
  return file;
}
