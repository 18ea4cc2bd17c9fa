// Which names somebody may be typing: type-ahead in texts where names stand among words and signs (formulas, SQL). Names may
// hold blanks and signs themselves, so that what was typed is looked for backwards, the longest beginning first.

export interface Begun {
  /** Where what was typed of the name begins. */
  readonly from: number;
  readonly names: readonly string[];
}

/** Words that a name is looked for back over. */
const mostWords = 8;
const wordStarts = /(?<![\p{L}\p{M}\p{N}_])[\p{L}\p{N}_]/gu;

/**
 * Names that begin with what stands in `text` before `end`, case ignored, or hold its last word. `start`: what stands before
 * it belongs to something else. Null where nothing fits, and within a word, whose end would be left over.
 */
export function namesBegun(
  text: string,
  { start, end, names }: { readonly start: number; readonly end: number; readonly names: readonly string[] },
): Begun | null {
  if (/^[\p{L}\p{M}\p{N}_]/u.test(text.slice(end))) return null;
  const before = text.slice(start, end);
  const starts = [...before.matchAll(wordStarts)].map((match) => match.index).slice(-mostWords);
  for (const at of starts) {
    const typed = before.slice(at).toLowerCase();
    // Of digits alone a number is typed; what a name may hold within is one word without blanks and signs.
    if (/^[\d.\s]*$/.test(typed)) continue;
    const isWord = at === starts.at(-1) && /^[\p{L}\p{M}\p{N}_.]*$/u.test(typed);
    const found = names.filter((name) => (isWord ? name.toLowerCase().includes(typed) : name.toLowerCase().startsWith(typed)));
    if (found.length > 0) return { from: start + at, names: found };
  }
  return null;
}
