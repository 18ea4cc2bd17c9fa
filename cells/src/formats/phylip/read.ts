// A PHYLIP file as the table of its rows, in the layout that gives what its first line says.

import { FailureError } from "../../base/failure.ts";
import type { Issue, Read } from "../../contract/format.ts";
import { AlignedRows, tableOfAligned, wholeContent } from "../parts/sequences/aligned-rows.ts";
import { linesOfText } from "../parts/sequences/text-lines.ts";
import { dimsOf, type Dims, layoutsOf, type PhylipRow, readLayout } from "./layouts.ts";
import { words } from "./words.ts";

export const read: Read = async (task) => {
  const lines = linesOfText(await task.bytes());
  const dims = dimsOf(lines);
  if (!dims) throw new FailureError(words.failure("dims", { line: 1 }));
  const [best, ...others] = layoutsOf(lines);
  if (!best) return refuse(lines, dims);
  const aligned = new AlignedRows();
  for (const { name, letters, line } of best.rows) {
    if (aligned.has(name)) throw new FailureError(words.failure("name-twice", { line, row: name }));
    aligned.add(name, letters, line);
  }
  aligned.checkLengths(dims.letters);
  const { issues, ...content } = tableOfAligned(aligned.texts(), task.settings.alphabet);
  const other = others.find(({ rows }) => !isSame(rows, best.rows));
  return wholeContent({ ...content, issues: other ? [guessed(best.rows, other.rows), ...issues] : issues });
};

const isSame = (a: readonly PhylipRow[], b: readonly PhylipRow[]): boolean =>
  a.every(({ name, letters }, at) => name === b[at]?.name && letters === b[at]?.letters);

/** Names of ten letters, and names up to a blank, both give what the first line says. */
function guessed(rows: readonly PhylipRow[], others: readonly PhylipRow[]): Issue {
  const at = rows.findIndex(({ name, letters }, row) => name !== others[row]?.name || letters !== others[row]?.letters);
  const line = rows[at]?.line ?? 1;
  const params = { line, row: rows[at]?.name ?? "", other: others[at]?.name ?? "" };
  return { rule: "layout-guessed", severity: "warning", line, field: "id", message: words.sentence("layout-guessed", params) };
}

/** The first row that is not as long as it should be, or the line that is one too many. */
function refuse(lines: readonly string[], dims: Dims): never {
  const filled = lines
    .map((text, at) => ({ line: at + 1, text }))
    .slice(dims.at + 1)
    .filter(({ text }) => text.trim() !== "");
  const said = { rows: dims.rows, letters: dims.letters };
  if (filled.length < dims.rows)
    throw new FailureError(words.failure("rows-few", { ...said, line: lines.length, found: filled.length }));
  const rows = readLayout(filled, dims, "relaxed-blocks") ?? readLayout(filled, dims, "relaxed-rows");
  const odd = rows?.find(({ letters }) => letters.length !== dims.letters);
  if (odd) throw new FailureError(words.failure("row", { ...said, line: odd.line, row: odd.name, found: odd.letters.length }));
  throw new FailureError(words.failure("no-layout", { ...said, line: dims.at + 1 }));
}
