// How often a text of JSON names a key. An object that names one twice is two values to its writer and one to JSON.parse.

import type { Json } from "./json.ts";

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const opens = 0x7b;
const closes = 0x7d;

/** Place behind the text in quotes that begins at `from`; the end where it is never closed. */
export function afterText(json: string, from: number): number {
  for (let at = json.indexOf('"', from + 1); at >= 0; at = json.indexOf('"', at + 1)) {
    let before = at - 1;
    while (before > from && json.charCodeAt(before) === backslash) before--;
    if ((at - before) % 2 === 1) return at + 1;
  }
  return json.length;
}

/** Number of keys that valid JSON writes, at every depth; a key that stands twice in one object counts twice. */
export function keysWritten(json: string): number {
  let count = 0;
  for (let at = 0; at < json.length; ) {
    const letter = json.charCodeAt(at);
    if (letter === colon) count++;
    at = letter === quote ? afterText(json, at) : at + 1;
  }
  return count;
}

/** Number of keys that are left of them once it is parsed. */
export function keysOf(value: Json): number {
  let count = 0;
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== "object" || next === null) continue;
    const inside = Array.isArray(next) ? next : Object.values(next);
    if (!Array.isArray(next)) count += inside.length;
    for (const each of inside) if (typeof each === "object" && each !== null) open.push(each as Json);
  }
  return count;
}

/** Keys of an object that is open: of most there are few, and a list of them is made faster than a set. */
type Keys = string[] | Set<string>;
const few = 8;

/** The first key that one object names twice; null also for what is no JSON. Counted first, which is fast; looked for only where one is. */
export function keyTwice(json: string): string | null {
  let value: Json;
  try {
    value = JSON.parse(json) as Json;
  } catch {
    return null;
  }
  return keysWritten(json) === keysOf(value) ? null : firstTwice(json);
}

/** The same of what was counted already, and where numbers may be written as JSON has none (NaN). Linear, however deep it nests. */
export function firstTwice(json: string): string | null {
  const open: (Keys | null)[] = [];
  let text: readonly [from: number, to: number] | null = null;
  for (let at = 0; at < json.length; ) {
    const letter = json.charCodeAt(at);
    if (letter === quote) {
      const end = afterText(json, at);
      text = [at, end];
      at = end;
      continue;
    }
    if (letter === opens) open.push(null);
    else if (letter === closes) open.pop();
    else if (letter === colon && text && open.length > 0) {
      const key = keyAt(json, text);
      const keys = open.at(-1) ?? [];
      if (Array.isArray(keys) ? keys.includes(key) : keys.has(key)) return key;
      open[open.length - 1] = withKey(keys, key);
    }
    at++;
  }
  return null;
}

function withKey(keys: Keys, key: string): Keys {
  if (Array.isArray(keys)) {
    if (keys.length >= few) return new Set([...keys, key]);
    keys.push(key);
  } else keys.add(key);
  return keys;
}

function keyAt(json: string, [from, to]: readonly [number, number]): string {
  const written = json.slice(from + 1, to - 1);
  if (!written.includes("\\")) return written;
  try {
    return String(JSON.parse(json.slice(from, to)));
  } catch {
    return written;
  }
}
