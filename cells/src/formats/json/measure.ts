// How deep and how wide a document of JSON is, from its text alone: what is too much for a table is refused before any object is
// made of it, which is what costs (an object of a million keys takes seconds and a few hundred megabytes).

import { afterText } from "../../base/keys-of-json.ts";

export interface Measure {
  /** Levels; counting ends one beyond `deepest`. */
  readonly depth: number;
  /** Keys that are written, at every depth. */
  readonly keys: number;
  /** Most keys of one object that is a row or stands in a cell: any but the outermost, and those right in it (pandas' orients). */
  readonly widest: number;
  /** Of the outermost object: its keys, the first of them as they are written, and how many values are lists and objects. */
  readonly outer: { readonly keys: number; readonly first: readonly string[]; readonly lists: number; readonly objects: number };
}

const quote = 0x22;
const colon = 0x3a;
const [opensList, closesList] = [0x5b, 0x5d];
const [opensObject, closesObject] = [0x7b, 0x7d];
/** Keys that a sentence names. */
const named = 8;

/** One pass. Of what is no JSON the numbers mean nothing, and parsing says so. */
export function measureOfJson(text: string, deepest: number): Measure {
  const counts = new Int32Array(deepest + 2);
  const first: string[] = [];
  let [depth, most, keys, widest, lists, objects] = [0, 0, 0, 0, 0, 0];
  let isOuterObject = false;
  let textFrom = 0;
  for (let at = 0; at < text.length; ) {
    const letter = text.charCodeAt(at);
    if (letter === quote) {
      textFrom = at;
      at = afterText(text, at);
      continue;
    }
    if (letter === opensList || letter === opensObject) {
      if (depth === 0) isOuterObject = letter === opensObject;
      else if (depth === 1 && isOuterObject) {
        if (letter === opensList) lists++;
        else objects++;
      }
      counts[++depth] = 0;
      if (depth > most) most = depth;
      if (depth > deepest) break;
    } else if (letter === closesList || letter === closesObject) {
      if (depth > 0) depth--;
    } else if (letter === colon) {
      keys++;
      const count = (counts[depth] as number) + 1;
      counts[depth] = count;
      if (count > widest && depth > (isOuterObject ? 2 : 1)) widest = count;
      if (depth === 1 && count <= named) first.push(keyOf(text.slice(textFrom, at).trim()));
    }
    at++;
  }
  return { depth: most, keys, widest, outer: { keys: isOuterObject ? (counts[1] as number) : 0, first, lists, objects } };
}

function keyOf(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}
