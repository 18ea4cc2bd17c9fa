// The predictions of validation: every row of the data in its place, those that were left out without a prediction.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { uniquelyNamed } from "../../artifacts/table.ts";
import { answeredOf, type CrossValidation } from "../../learn/cross-validate.ts";
import { predictedClasses, predictionsOf } from "../../learn/metrics.ts";
import { rowNamesOf } from "../../learn/data-of-artifact.ts";
import { numberOf, overAllRows, textOf } from "../../learn/output-columns.ts";
import type { Prepared } from "./prepare.ts";

export function predictionsTable(
  target: string,
  source: Assay | Table,
  { data, classNames, folds, labs }: Prepared,
  validated: Pick<CrossValidation, "pooled" | "unanswered">,
  /** Row of `source` behind each of the rows that were prepared; null: they are the same. */
  places: Int32Array | null = null,
): Table {
  const answered = answeredOf(validated);
  const { truth, probability, classCount } = predictionsOf(validated.pooled, answered);
  const guess = predictedClasses(probability, classCount);
  const idName = source.type === "assay" ? (source.samples.columns[0]?.name ?? "sample") : "row";
  const classesOf = (name: string, of: Int32Array): Column =>
    textOf(
      name,
      Array.from(of, (at) => classNames[at] as string),
      "category",
    );
  const tested: readonly Column[] = [
    classesOf(target, truth),
    classesOf("predicted", guess),
    ...classNames.map((name, at) =>
      numberOf(
        `p_${name}`,
        // As models answer them: what is printed ties where the class was decided as a tie.
        Float64Array.from(truth, (_, row) => Math.fround(probability[row * classCount + at] as number)),
      ),
    ),
    textOf(
      "fold",
      answered.map((row) => folds.names[folds.of[row] as number] as string),
      "category",
    ),
    ...(labs
      ? [
          textOf(
            "lab",
            answered.map((row) => labs[row] ?? ""),
            "lab",
          ),
        ]
      : []),
  ];
  const kept = Int32Array.from(answered, (row) => {
    const kept = data.kept[row] as number;
    return places?.[kept] ?? kept;
  });
  const names = rowNamesOf(source);
  const rowCount = names.length;
  const columns = [textOf(idName, names, "sample"), ...tested.map((column) => overAllRows(column, kept, rowCount))];
  return { type: "table", rowCount, columns: uniquelyNamed(columns, "_") };
}
