// Missing cells of a column of texts, of which a large file has many, in no order: a branch would be guessed wrong again and again,
// so that there is none where marks are 0 and 1.

/** They read the empty text. */
export function readEmpty(codes: Int32Array, valid: Uint8Array, empty: number): void {
  for (let row = 0; row < codes.length; row++) {
    const mark = valid[row] as number;
    codes[row] = ((codes[row] as number) & -mark) | (empty & (mark - 1));
  }
}

/** Texts that are read by a cell that is not missing, and how many are. */
export function usedTexts(
  dictionary: readonly string[],
  codes: Int32Array,
  valid: Uint8Array,
): { readonly used: readonly string[]; readonly missing: number } {
  const isUsed = new Uint8Array(dictionary.length);
  let missing = 0;
  for (let row = 0; row < codes.length; row++) {
    const mark = valid[row] as number;
    missing += 1 - mark;
    isUsed[codes[row] as number] = (isUsed[codes[row] as number] as number) | mark;
  }
  return { used: dictionary.filter((_, code) => isUsed[code] === 1), missing };
}

/** Takes words that stood for missing out of a dictionary; no row reads them any more. */
export function withoutEntries(dictionary: string[], unused: readonly number[], codes: Int32Array): string[] {
  if (unused.length === 0) return dictionary;
  const moved = new Int32Array(dictionary.length);
  const kept: string[] = [];
  dictionary.forEach((text, code) => {
    moved[code] = kept.length;
    if (!unused.includes(code)) kept.push(text);
  });
  for (let row = 0; row < codes.length; row++) codes[row] = moved[codes[row] as number] as number;
  return kept;
}
