// What is read whole: a matrix with the tables of its features and samples, as its file says that it is.

import type { Assay, Column, MatrixValues, Table, TextColumn } from "../../../artifacts/artifact.ts";
import { textColumn } from "../../../artifacts/table.ts";
import type { FileContent, Issue, ReadSettings } from "../../../contract/format.ts";
import type { Sentence } from "../../../messages/sentence.ts";
import { doubt } from "../doubts/of-matrices.ts";
import { uniqueIds } from "../matrix-of-content.ts";
import { namingGenes } from "../meanings/semantic-type.ts";
import { words as loadWords } from "../words.ts";

export const contentOf = (artifact: Assay | Table, issues: readonly Issue[], said: readonly Sentence[] = []): FileContent => ({
  content: { shape: "whole", artifact },
  header: null,
  issues,
  said,
  turnedIntoDates: [],
  lineOf: () => 1,
  whole: true,
});

/** Names that stand there once each: repeated ones are refused with their places, or numbered where that is set. */
export function idColumn(
  name: string,
  ids: readonly string[],
  of: { readonly noun: string; readonly semantic: "gene" | "identifier" | "sample"; placeOf?(at: number): number },
  { duplicates }: Pick<ReadSettings, "duplicates">,
): TextColumn {
  const placeOf = of.placeOf ?? ((at: number): number => at + 1);
  const unique = uniqueIds(ids, of.noun, { duplicates }, placeOf, "duplicate-names");
  return namingGenes(textColumn(name, unique, { semantic: of.semantic }));
}

/** The id first; a column that is called as another one is gets a number behind its name. */
export function tableWithId(id: TextColumn, columns: readonly Column[]): Table {
  const taken = new Set([id.name]);
  const named = columns.map((column) => {
    let { name } = column;
    for (let n = 2; taken.has(name); n++) name = `${column.name}_${n}`;
    taken.add(name);
    return name === column.name ? column : { ...column, name };
  });
  return { type: "table", rowCount: id.codes.length, columns: [id, ...named] };
}

/** Whole numbers that 32 bits do not hold. */
export const issuesOfRounded = (count: number): readonly Issue[] =>
  count > 0 ? [doubt(loadWords.sentence("log-rounded", { count }))] : [];

/** Numbers of a matrix that are not zero, in percent of all. */
export function shareOf(values: MatrixValues, features: number, samples: number): number {
  const size = features * samples;
  if (size === 0) return 0;
  let count = 0;
  if (values.layout === "sparse") count = values.data.length;
  else for (let at = 0; at < values.data.length; at++) if (values.data[at] !== 0) count++;
  return Math.round((count * 1000) / size) / 10;
}
