// The line that opens a cell in a notebook file: `kind name id=cell_x mode=manual key=value`. Values are bare words,
// numbers, true, false, null, or JSON.

import type { Json } from "../base/json.ts";
import { isStorable } from "./spec-value.ts";

export interface InfoLine {
  /** Words without "=": the kind, then the name. */
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, Json>;
  /** What could not be read, or was said twice. */
  readonly wrong: string | null;
}

export function parseInfoLine(info: string): InfoLine {
  const words: string[] = [];
  const options = new Map<string, Json>();
  let at = 0;
  while (at < info.length) {
    if (/\s/u.test(info.charAt(at))) {
      at++;
      continue;
    }
    const key = /^[^\s="'{}[\]]+/u.exec(info.slice(at))?.[0];
    if (key === undefined) return { words, options, wrong: info.slice(at) };
    at += key.length;
    if (info.charAt(at) !== "=") {
      words.push(key);
      continue;
    }
    const start = at + 1;
    at = valueEnd(info, start);
    const value = parseValue(info.slice(start, at));
    if (value === undefined || options.has(key)) return { words, options, wrong: `${key}=${info.slice(start, at)}` };
    options.set(key, value);
  }
  return { words, options, wrong: null };
}

/** Where a value ends: at white space outside of quotes and brackets. */
function valueEnd(info: string, start: number): number {
  let depth = 0;
  let quoted = false;
  let at = start;
  for (; at < info.length; at++) {
    const letter = info.charAt(at);
    if (quoted) {
      if (letter === "\\") at++;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === "{" || letter === "[") depth++;
    else if (letter === "}" || letter === "]") depth--;
    else if (depth <= 0 && /\s/u.test(letter)) break;
  }
  return Math.min(at, info.length);
}

const bareWord = /^=?[\p{L}_@/][\p{L}\p{M}\p{N}_.@/:+-]*$/u;
const isLiteral = (text: string): boolean => text === "true" || text === "false" || text === "null" || /^-?\d/.test(text);

function parseValue(text: string): Json | undefined {
  if (!/^["[{]/.test(text) && !isLiteral(text)) return text === "" || /["[\]{}]/.test(text) ? undefined : text;
  try {
    const value: unknown = JSON.parse(text);
    return isStorable(value) ? value : undefined;
  } catch {
    // "2nd" begins like a number and is a word.
    return /^[\w.-]+$/.test(text) ? text : undefined;
  }
}

/** A value for an info line: no backtick, no line end, no end of an HTML comment. */
export function printValue(value: Json): string {
  if (typeof value === "string" && bareWord.test(value) && !isLiteral(value) && !value.includes("--")) return value;
  return JSON.stringify(value).replace(/[`<>\u007f-\u009f\u2028\u2029]|--/gu, (found) =>
    [...found].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  );
}
