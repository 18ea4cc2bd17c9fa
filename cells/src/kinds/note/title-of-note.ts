// What a note is called where it has no name: by its first line.

/** First heading, or the beginning of the first line: what the outline shows. */
export function titleOfNote(text: string): string | null {
  const line = text.split("\n").find((candidate) => candidate.trim() !== "");
  if (line === undefined) return null;
  const plain = line
    .replace(/^#+\s*/, "")
    // What stands there is known where the note is shown.
    .replace(/(?<!\\)\{\{[^{}]*\}\}/g, "…")
    .replace(/[*_`>]/g, "")
    .trim();
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
}
