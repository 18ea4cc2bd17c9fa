// Which row of a sample sheet is a sample's: refused where that is not sure, said where it was guessed, and offered where two
// names look like one sample that was written in two ways.

import { nearNames } from "../../artifacts/near-names.ts";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { textsOf } from "../../artifacts/table.ts";
import { type Failure, FailureError, type MessageKey } from "../../base/failure.ts";
import type { Fix, Issue } from "../../contract/format.ts";
import { doubt } from "../../formats/parts/doubts/of-matrices.ts";
import { almostAlike, type Matched, type SampleMatch } from "../../formats/parts/match-samples.ts";
import { firstIds } from "../../formats/parts/matrix-of-content.ts";
import { words as loadWords } from "../../formats/parts/words.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { words } from "./words.ts";

/** Names of the file and of the sheet by turns: each pair is one sample. */
type Same = readonly string[];

/** The sheet as it is matched: names that were said to be those of the file's samples stand as the file has them. */
export function withSame(sheet: Table, same: Same): Table {
  if (same.length === 0) return sheet;
  const nameOf = new Map<string, string>();
  for (let at = 0; at + 1 < same.length; at += 2) nameOf.set(same[at + 1] as string, same[at] as string);
  const renamed = (column: Column): Column =>
    column.type === "text" ? { ...column, dictionary: column.dictionary.map((text) => nameOf.get(text.trim()) ?? text) } : column;
  return { ...sheet, columns: sheet.columns.map(renamed) };
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

/** A setting is obeyed or refused. */
export function refuseNoColumn(sheet: Table, column: string | null): void {
  if (column === null || sheet.columns.some(({ name }) => name === column)) return;
  const available = sheet.columns.map(({ name }) => name).slice(0, 12);
  throw new FailureError(words.failure("samples-no-column", { column, available }, { at: ["samplesBy"] }));
}

/** No sample of the file stands in the sheet as it is: with a fix where most of them look like one that does. */
export function noSample(names: readonly string[], sheet: Table, same: Same, others: readonly string[] = []): Failure {
  const almost = almostAlike(names, sheet) ?? almostAlike(others, sheet);
  if (almost) return loadWords.failure("samples-almost", { ...almost }, { at: ["samples"] });
  const near = nearInSheet(names, sheet);
  if (near) {
    const pairs = near.pairs.slice(0, 5).map(({ name, other }) => `${name} = ${other}`);
    const params = { column: near.column, pairs, n: near.pairs.length };
    return words.failure("samples-none-near", params, { at: ["samples"], fix: fixOfSame(same, near.pairs) });
  }
  const params = {
    inFile: names.slice(0, 3).join(", "),
    inSheet: firstIds(sheet),
    columns: sheet.columns
      .map((column) => column.name)
      .slice(0, 6)
      .join(", "),
  };
  return loadWords.failure("samples-none", params, { at: ["samples"] });
}

function nearInSheet(names: readonly string[], sheet: Table) {
  for (const column of sheet.columns) {
    if (column.type !== "text") continue;
    const texts = [...new Set(textsOf(column).map((text) => text.trim()))].filter((text) => text !== "");
    const pairs = nearNames(names, texts);
    if (pairs.length > 1 && pairs.length * 2 >= Math.min(names.length, texts.length)) return { column: column.name, pairs };
  }
  return null;
}

const fixOfSame = (same: Same, pairs: ReturnType<typeof nearNames>): Fix => ({
  path: ["sameSamples"],
  value: [...same, ...pairs.flatMap(({ name, other }) => [name, other])],
});

const note = (message: Sentence): Issue => ({ ...doubt(message), severity: "note" });

/** `missed`: what became of samples that the sheet does not have. */
export function issuesOfMatch(
  { matched, sheetRow, column, onlyInMatrix, onlyInSheet, alike, instead }: SampleMatch,
  same: Same,
  missed: MessageKey,
): Issue[] {
  const of = sheetRow.length;
  const only = (key: MessageKey, names: readonly string[]): Issue[] =>
    names.length > 0 ? [doubt({ key, params: { count: names.length, names: names.slice(0, 20) } })] : [];
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
    ...only(missed, onlyInMatrix),
    ...only(loadWords.key("log-only-sheet"), onlyInSheet),
  ];
}
