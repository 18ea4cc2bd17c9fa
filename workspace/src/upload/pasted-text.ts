// Cells copied out of a spreadsheet or a text: whether they are a table, and the file that they become. Pure.

const separators = ["\t", ";", ","] as const;

/** At least two lines that the same separator cuts into equally many parts, two or more; quotes are left to the reader of files. */
export function isTabular(text: string): boolean {
  const lines = text
    .split(/\r\n?|\n/u)
    .filter((line) => line.trim() !== "")
    .slice(0, 50);
  if (lines.length < 2) return false;
  return separators.some((separator) => {
    const parts = (lines[0] as string).split(separator).length;
    return parts > 1 && lines.every((line) => line.split(separator).length === parts);
  });
}

/** A name for what was pasted just now: the minute keeps several apart. */
export const pastedName = (now: Date): string => `pasted_${now.getHours()}${String(now.getMinutes()).padStart(2, "0")}`;

/** The text as a file that a person named; what cannot stand in a file's name becomes `_`. */
export function fileOfText(text: string, name: string): File {
  const ending = text.includes("\t") ? "tsv" : "csv";
  const plain = name.trim().replace(/[\\/:*?"<>|\p{Cc}]+/gu, "_") || pastedName(new Date());
  const full = /\.(csv|tsv|txt)$/iu.test(plain) ? plain : `${plain}.${ending}`;
  return new File([text.endsWith("\n") ? text : `${text}\n`], full, { type: "text/plain" });
}
