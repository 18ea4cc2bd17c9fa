// How often a text of JSON names a key. An object that names one twice is two values to its writer and one to JSON.parse.

import type { Json } from "../../base/json.ts";

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;

/** Place behind the text in quotes that begins at `from`. */
function afterText(json: string, from: number): number {
  for (let at = from + 1; at < json.length; at++) {
    const letter = json.charCodeAt(at);
    if (letter === backslash) at++;
    else if (letter === quote) return at + 1;
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
  if (typeof value !== "object" || value === null) return 0;
  let count = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const each of Object.values(value)) count += keysOf(each as Json);
  return count;
}

/** The first key that one object of valid JSON names twice. */
export function keyTwice(json: string): string | null {
  const open: Set<string>[] = [];
  let text = "";
  for (let at = 0; at < json.length; ) {
    const letter = json[at];
    if (letter === '"') {
      const end = afterText(json, at);
      text = json.slice(at, end);
      at = end;
      continue;
    }
    if (letter === "{") open.push(new Set());
    else if (letter === "}") open.pop();
    else if (letter === ":") {
      const key = JSON.parse(text) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
    at++;
  }
  return null;
}
