// Names of columns that a formula cannot hold bare, such as `mean area`, put into backticks where they stand.

const bare = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
/** What is written out already: texts in quotes and names in backticks. */
const closed = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/u;

export function quoteColumns(text: string, columns: readonly string[]): string {
  const names = columns
    .filter((name) => name !== "" && !bare.test(name) && !name.includes("`"))
    .sort((a, b) => b.length - a.length);
  if (names.length === 0) return text;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/gu, "\\$&")).join("|")})(?![\\p{L}\\p{N}_])`,
    "gu",
  );
  return text
    .split(closed)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(pattern, (name) => `\`${name}\``)))
    .join("");
}
