// The other columns of a table of samples beside the annotation; samples that are not in it get missing values.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { sampleColumn } from "../../artifacts/sample-columns.ts";
import { columnOf, isMissing, textsOf } from "../../artifacts/table.ts";
import type { Apply, StepScope } from "../../contract/step.ts";
import { needColumn, refuse, tableWith } from "../parts/step-scope.ts";
import { takeRowsOrMissing } from "../../artifacts/take-rows-or-missing.ts";
import { words as shared } from "../words.ts";
import type { annotateSamples } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof annotateSamples> = {
  assay(step, assay, scope) {
    if (!step.with) return refuse(scope, shared, "nothing-chosen", { field: "with" }, ["with"]);
    const other = scope.input(step.with);
    if (other.type !== "table") return refuse(scope, shared, "not-a-table", {}, ["with"]);
    const pair = step.on[0];
    const first = assay.samples.columns[0];
    const left = pair ? needColumn(scope, assay.samples, pair.left, ["on", 0, "left"]) : first;
    if (!left) return refuse(scope, shared, "nothing-chosen", { field: "on" }, ["on"]);
    const names = textsOf(left);
    const right = pair ? needColumn(scope, other, pair.right, ["on", 0, "right"]) : keyOfSamples(names, other, scope);
    if (!right) return refuse(scope, shared, "nothing-chosen", { field: "on" }, ["on"]);
    const wanted = new Set(names);
    const placeOf = new Map<string, number>();
    for (const [row, name] of textsOf(right).entries()) {
      if (isMissing(right, row) || !wanted.has(name)) continue;
      if (placeOf.has(name)) return refuse(scope, words, "repeated", { value: name, column: right.name }, ["on"]);
      placeOf.set(name, row);
    }
    if (placeOf.size === 0 && names.length > 0) {
      return refuse(
        scope,
        words,
        "unmatched",
        { samples: names.length, column: right.name, here: names[0] ?? "", there: textsOf(right)[0] ?? "" },
        ["on"],
      );
    }
    const rows = Int32Array.from(names, (name) => placeOf.get(name) ?? -1);
    const added = other.columns.filter((column) => column !== right);
    const replaced = new Set(added.map((column) => column.name));
    const kept = assay.samples.columns.filter((column, at) => at === 0 || !replaced.has(column.name));
    const free = added.filter((column) => column.name !== assay.samples.columns[0]?.name);
    return {
      ...assay,
      samples: tableWith(scope, [...kept, ...free.map((column) => takeRowsOrMissing(column, rows))], assay.sampleCount),
    };
  },
};

/** Where no column is named: the one that holds most sample names; which of two that say so differently is asked. */
function keyOfSamples(names: readonly string[], table: Table, scope: StepScope): Column | null {
  const choice = sampleColumn(names, table, { enough: 0 });
  if (!choice) return table.columns[0] ?? null;
  if (choice.found === "several") {
    const [first, second] = choice.columns;
    return refuse(scope, words, "several", { first: first.column, second: second.column }, ["on"]);
  }
  const { match } = choice;
  for (const { column } of choice.found === "one" ? choice.instead : [])
    scope.say(words.sentence("instead", { step: scope.index + 1, taken: match.column, column }));
  return columnOf(table, match.column);
}
