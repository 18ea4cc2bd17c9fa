// How long a value is as JSON, near enough and without writing it: a figure of forty thousand points is asked for it several
// times at each turn of a parameter.

import type { Json } from "./json.ts";

/**
 * Characters, signs that JSON escapes counted once: never more than `JSON.stringify` writes of what it can hold. Beyond `most` it
 * counts no further, and answers some number above it.
 */
export function jsonLength(value: Json | undefined, most = Number.POSITIVE_INFINITY): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value === "number") return Number.isInteger(value) ? 1 : 3;
  if (typeof value !== "object" || value === null) return 4;
  let length = 2;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) {
      length += 1 + jsonLength(item, most);
      if (length > most + 1) break;
    }
    return Math.max(2, length - 1);
  }
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    length += key.length + 4 + jsonLength(member, most);
    if (length > most + 1) break;
  }
  return Math.max(2, length - 1);
}
