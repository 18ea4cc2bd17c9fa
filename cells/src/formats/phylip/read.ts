// A PHYLIP file as the table of its rows, in the layout that gives what its first line says.

import { FailureError } from "../../base/failure.ts";
import type { Issue, Read } from "../../contract/format.ts";
import { AlignedRows, tableOfAligned, wholeContent } from "../parts/sequences/aligned-rows.ts";
import { lazyLines, type LinesOfText } from "../parts/sequences/text-lines.ts";
import { dimsOf, type Dims, filledBelow, layoutsOf, type PhylipRow, rowsOf } from "./layouts.ts";
import { words } from "./words.ts";

export const read: Read = async (task) => {
  const lines = lazyLines(await task.bytes());
  const dims = dimsOf(lines);
  if (!dims) throw new FailureError(words.failure("dims", { line: 1 }));
  const [best, ...others] = layoutsOf(lines);
  if (!best) return refuse(lines, dims);
  const aligned = new AlignedRows();
  for (const { name, letters, line } of best()) {
    if (aligned.has(name)) throw new FailureError(words.failure("name-twice", { line, row: name }));
    aligned.add(name, letters, line);
  }
  aligned.checkLengths(dims.letters);
  const { issues, ...content } = tableOfAligned(aligned.texts(), task.settings.alphabet);
  const guessed = others.map((other) => differs(best(), other())).find((issue) => issue !== null);
  return wholeContent({ ...content, issues: guessed ? [guessed, ...issues] : issues });
};

/** Names of ten letters, and names up to a blank, both give what the first line says. Null: the same rows. */
function differs(rows: Iterable<PhylipRow>, others: Iterable<PhylipRow>): Issue | null {
  const other = others[Symbol.iterator]();
  for (const { name, letters, line } of rows) {
    const { value } = other.next() as { readonly value?: PhylipRow };
    if (name === value?.name && letters === value.letters) continue;
    const message = words.sentence("layout-guessed", { line, row: name, other: value?.name ?? "" });
    return { rule: "layout-guessed", severity: "warning", line, field: "id", message };
  }
  return null;
}

/** The first row that is not as long as it should be, or the line that is one too many. */
function refuse(lines: LinesOfText, dims: Dims): never {
  const filled = filledBelow(lines, dims);
  const said = { rows: dims.rows, letters: dims.letters };
  if (filled.places.length < dims.rows)
    throw new FailureError(words.failure("rows-few", { ...said, line: lines.length, found: filled.places.length }));
  for (const { letters, line, name } of rowsOf(filled, dims, "relaxed-blocks") ?? rowsOf(filled, dims, "relaxed-rows") ?? [])
    if (letters.length !== dims.letters)
      throw new FailureError(words.failure("row", { ...said, line, row: name, found: letters.length }));
  throw new FailureError(words.failure("no-layout", { ...said, line: dims.at + 1 }));
}
