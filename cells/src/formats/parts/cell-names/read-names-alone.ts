// The names of one side of a matrix of cells that came without it: a table, and what it belongs with.

import type { Column } from "../../../artifacts/artifact.ts";
import { tableOf } from "../../../artifacts/table.ts";
import type { FileContent, Issue, ReadTask } from "../../../contract/format.ts";
import { doubt } from "../doubts/of-matrices.ts";
import { contentOf } from "../matrices/whole-assay.ts";
import { linesOf } from "../quantified/lines.ts";
import { words as loadWords } from "../words.ts";
import { words } from "./words.ts";

/** `columns`: of the texts of each field, one after another. */
export async function readNamesAlone(
  task: ReadTask,
  columns: (texts: readonly (readonly string[])[]) => readonly Column[],
  belongsWith: "with-barcodes" | "with-features" | "with-genes",
): Promise<FileContent> {
  const texts: string[][] = [];
  const lineOf: number[] = [];
  for await (const { fields, line } of linesOf(task.open(), task.signal)) {
    if (texts.length === 0) for (const _ of fields) texts.push([]);
    if (fields.length !== texts.length) words.fail("fields-differ", { line, found: fields.length, expected: texts.length });
    fields.forEach((field, at) => texts[at]?.push(field));
    lineOf.push(line);
  }
  if (texts.length === 0) return loadWords.fail("empty");
  const belongs: Issue = { ...doubt(words.sentence(belongsWith)), severity: "note" };
  const content = contentOf(tableOf(...columns(texts)), [belongs]);
  return { ...content, lineOf: (row) => lineOf[row] ?? 1 };
}
