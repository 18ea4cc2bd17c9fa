// Words for missing cells in one field of the form: `ND, -999, "<0,5"`. What holds a comma or a quote, or begins or ends with a
// blank, stands in quotes; a quote within them is doubled, as in CSV.

/** Null where nothing is written: the words that are known. */
export function wordsOfText(text: string): string[] | null {
  const found: string[] = [];
  for (const [, quoted, bare = ""] of text.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))(?:,|$)/g)) {
    const word = quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"');
    if (word !== "" && !found.includes(word)) found.push(word);
  }
  return found.length === 0 ? null : found;
}

export const wordsAsText = (words: readonly string[]): string =>
  words.map((word) => (/[,"]|^\s|\s$/.test(word) ? `"${word.replaceAll('"', '""')}"` : word)).join(", ");
