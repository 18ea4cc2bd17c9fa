// Names that stand in several rows where nearly all stand in one, and rows without a name.

import type { ColumnFacts, JudgeOf, TableVerdict } from "../../contract/quality-rule.ts";
import { meaningOf } from "../../artifacts/semantics.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import { firstEqualRow } from "../parts/equal-rows.ts";
import { listed, percent } from "../parts/said-of-columns.ts";
import { allColumns } from "../parts/table-data.ts";
import type { repeatedIds } from "./rule.ts";
import { words } from "./words.ts";

export const judge: JudgeOf<typeof repeatedIds> = {
  judge(data, { unique, fail }) {
    const rows = data.table.rowCount;
    const named = allColumns(data).flatMap((each) => {
      if (!namesRows(each) || each.missing === rows) return [];
      const first = firstEqualRow([each.column], rows);
      const later = repeatsOf(each, first);
      return (rows - each.missing - later.length) / (rows - each.missing) >= unique ? [{ each, first, later }] : [];
    });
    if (named.length === 0 || rows < 2) return { lacks: words.sentence("none") };
    return {
      measures: [],
      verdicts: named.flatMap(({ each, first, later }) => [...repeated(each, first, later, rows, fail), ...nameless(each, rows)]),
    };
  },
};

/** Of persons, samples and rows: features stand in as many rows as a file has of them. */
function namesRows({ column, isName }: ColumnFacts): boolean {
  const { names, category } = meaningOf(column.semantic);
  return (
    isName &&
    (names === "individuals" || names === "rows" || category === "sensitive") &&
    column.semantic !== "birth-date" &&
    column.semantic !== "person-name"
  );
}

function repeatsOf({ column }: ColumnFacts, first: Int32Array): readonly number[] {
  const later: number[] = [];
  for (let row = 0; row < first.length; row++) if (first[row] !== row && !isMissing(column, row)) later.push(row);
  return later;
}

function repeated(
  { column, place }: ColumnFacts,
  first: Int32Array,
  later: readonly number[],
  rows: number,
  fail: number,
): readonly TableVerdict[] {
  if (later.length === 0) return [];
  const names = [...new Set(later.map((row) => cellString(column, first[row] as number)))];
  const value = later.length / rows;
  const says = words.sentence("repeated", {
    column: column.name,
    n: names.length,
    names: listed(names),
    rows: later.length,
    percent: percent(value),
    threshold: percent(fail),
  });
  const step = { verb: "distinct", columns: [column.name] };
  return [{ level: value > fail ? "fail" : "warn", columns: [place], rows: later, value, threshold: fail, says, step }];
}

function nameless({ column, place, missing }: ColumnFacts, rows: number): readonly TableVerdict[] {
  if (missing === 0) return [];
  const says = words.sentence("missing", { column: column.name, n: missing });
  const step = { verb: "drop-missing", columns: [column.name], drop: "rows", above: 0 };
  return [{ level: "warn", columns: [place], value: missing / rows, threshold: 0, says, step }];
}
