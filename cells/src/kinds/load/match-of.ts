// The rows of a sample sheet that describe the samples of a matrix: refused where that is not sure, told where it is doubtful.

import { nearNames } from "../../artifacts/near-names.ts";
import type { Table } from "../../artifacts/artifact.ts";
import { FailureError } from "../../base/failure.ts";
import type { Issue } from "../../contract/format.ts";
import { doubt } from "../../formats/parts/doubts/of-matrices.ts";
import { almostAlike, type Matched, type SampleMatch } from "../../formats/parts/match-samples.ts";
import { firstIds } from "../../formats/parts/matrix-of-content.ts";
import { words as loadWords } from "../../formats/parts/words.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { fixOfSame, nearInSheet, type Same } from "./same-samples.ts";
import { words } from "./words.ts";

/** A column that was chosen and is not there. */
export function refuseUnknownColumn(sheet: Table, column: string | null): void {
  if (column === null || sheet.columns.some(({ name }) => name === column)) return;
  const available = sheet.columns.map(({ name }) => name).slice(0, 12);
  throw new FailureError(words.failure("samples-no-column", { column, available }, { at: ["samplesBy"] }));
}

/** None of them is in the sheet. `others`: names of the other side, which may be meant. */
export function refuseUnmatched(
  { names, others }: { readonly names: readonly string[]; readonly others: readonly string[] },
  sheet: Table,
  same: Same,
): never {
  const almost = almostAlike(names, sheet) ?? almostAlike(others, sheet);
  if (almost) throw new FailureError(loadWords.failure("samples-almost", { ...almost }, { at: ["samples"] }));
  const near = nearInSheet(names, sheet);
  if (near) {
    const pairs = near.pairs.slice(0, 5).map(({ name, other }) => `${name} = ${other}`);
    const said = { column: near.column, pairs, n: near.pairs.length };
    throw new FailureError(words.failure("samples-none-near", said, { at: ["samples"], fix: fixOfSame(same, near.pairs) }));
  }
  const params = {
    inFile: names.slice(0, 3).join(", "),
    inSheet: firstIds(sheet),
    columns: sheet.columns
      .map((column) => column.name)
      .slice(0, 6)
      .join(", "),
  };
  throw new FailureError(loadWords.failure("samples-none", params, { at: ["samples"] }));
}

/** Fails where it is not sure which row of the sheet is that of a sample. */
export function matchOf(matched: Matched, of: number): SampleMatch {
  switch (matched.found) {
    case "one":
      return matched.match;
    case "several": {
      const [first, second] = matched.columns;
      const params = { first: first.column, second: second.column, matched: first.matched, others: second.matched, of };
      throw new FailureError(words.failure("samples-several", params, { at: ["samplesBy"] }));
    }
    case "repeated": {
      const { column, repeated } = matched.match;
      const params = { column, sample: repeated?.name ?? "", rows: (repeated?.rows ?? []).slice(0, 5).map((row) => row + 1) };
      throw new FailureError(words.failure("samples-repeated", params, { at: ["samples"] }));
    }
  }
}

const note = (message: Sentence): Issue => ({ ...doubt(message), severity: "note" });

export function issuesOfMatch(
  { matched, sheetRow, column, onlyInMatrix, onlyInSheet, alike, instead }: SampleMatch,
  same: Same,
): Issue[] {
  const of = sheetRow.length;
  const only = (key: "log-only-file" | "log-only-sheet", names: readonly string[]): Issue[] =>
    names.length > 0 ? [doubt(loadWords.sentence(key, { count: names.length, names: names.slice(0, 20) }))] : [];
  const pairs = alike.slice(0, 20).map(({ name, other }) => `${name} = ${other}`);
  const near = nearNames(onlyInMatrix, onlyInSheet);
  const nearPairs = near.slice(0, 12).map(({ name, other }) => `${name} = ${other}`);
  return [
    note(loadWords.sentence("log-samples", { matched, of, column })),
    ...(near.length > 0
      ? [doubt(words.sentence("samples-near", { n: near.length, pairs: nearPairs }), fixOfSame(same, near))]
      : []),
    ...(alike.length > 0
      ? [
          doubt(words.sentence("samples-alike", { count: alike.length, of, pairs }), {
            path: ["sampleNames"],
            value: "exact",
          }),
        ]
      : []),
    ...instead.map((other) =>
      doubt(words.sentence("samples-instead", { column: other.column, matched: other.matched, of, taken: column }), {
        path: ["samplesBy"],
        value: other.column,
      }),
    ),
    ...only("log-only-file", onlyInMatrix),
    ...only("log-only-sheet", onlyInSheet),
  ];
}
