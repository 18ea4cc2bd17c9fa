// What a note is called where it has no name: by its first line.

/** First heading, or the beginning of the first line: what the outline shows. */
export function titleOfNote(text: string): string | null {
  const line = text.split("\n").find((candidate) => candidate.trim() !== "");
  if (line === undefined) return null;
  const plain = line
    .replace(/^#+\s*/, "")
    .replace(/[*_`>]/g, "")
    .trim();
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
}

/** The text with a sign for each value that is still open, or being typed: what stands there is known where the note is shown. */
export const withoutOpenValues = (text: string): string => text.replace(/(?<!\\)\{\{[^{}\n]*\}{0,2}/g, "…");
