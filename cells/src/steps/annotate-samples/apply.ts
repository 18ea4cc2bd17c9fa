// The other columns of a table of samples beside the annotation; samples that are not in it get missing values.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import { isMissing, textsOf } from "../../artifacts/table.ts";
import type { Apply } from "../../contract/step.ts";
import { needColumn, refuse, tableWith } from "../parts/step-scope.ts";
import { takeRowsOrMissing } from "../parts/take-rows-or-missing.ts";
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
    const right = pair ? needColumn(scope, other, pair.right, ["on", 0, "right"]) : keyOfSamples(other, assay);
    if (!left || !right) return refuse(scope, shared, "nothing-chosen", { field: "on" }, ["on"]);
    const names = textsOf(left);
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

/** Where no column is named: the text column of the table that holds most sample names. */
function keyOfSamples(table: Table, assay: Assay): Column | null {
  const names = new Set(sampleIds(assay));
  let best: Column | null = table.columns[0] ?? null;
  let most = 0;
  for (const column of table.columns) {
    if (column.type !== "text") continue;
    const found = column.dictionary.reduce((count, text) => count + (names.has(text) ? 1 : 0), 0);
    if (found > most) {
      most = found;
      best = column;
    }
  }
  return best;
}
