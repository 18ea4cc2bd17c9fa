// Small edits of text: what a keystroke, a paste or a rename does to a Y.Text, and the same on a plain string.

import { wellFormed } from "../base/well-formed.ts";

/** Removes `remove` UTF-16 units at `at`, then inserts. */
export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

export const applySplice = (text: string, splice: Splice): string =>
  text.slice(0, splice.at) + splice.insert + text.slice(splice.at + splice.remove);

const isLow = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xdc00;
const isHigh = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xd800;

/** Whether `index` lies between the two halves of one character. Yjs would replace both halves there. */
export const cutsCharacter = (text: string, index: number): boolean =>
  index > 0 && index < text.length && isHigh(text, index - 1) && isLow(text, index);

/** One splice that turns `before` into `after`, as short as common ends make it; null when they are equal. */
export function spliceBetween(before: string, after: string): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHigh(before, start - 1)) start--;
  let end = 0;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  if (end > 0 && isLow(before, before.length - end)) end--;
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
}

/** Text as the document keeps it: well formed, lines ended by "\n". */
export const documentText = (text: string): string => wellFormed(text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);
