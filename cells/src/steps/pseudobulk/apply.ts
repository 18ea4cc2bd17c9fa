// Groups in the order of their first cells. Of the sample sheet stays what is the same for all cells of every group, and how many
// they were.

import type { Assay } from "../../artifacts/artifact.ts";
import { cellString, integerColumn, isMissing, takeColumnRows, textColumn, uniquelyNamed } from "../../artifacts/table.ts";
import type { Apply, StepScope } from "../../contract/step.ts";
import { isConstantIn } from "../parts/constant-columns.ts";
import { codesOfColumn, groupCodes } from "../parts/rows-by-key.ts";
import { needColumn, refuse, tableWith } from "../parts/step-scope.ts";
import { sumsOfGroups } from "../parts/sums-of-groups.ts";
import { words as shared } from "../words.ts";
import type { pseudobulk } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof pseudobulk> = {
  assay({ by, how, least }, assay, scope) {
    const step = scope.index + 1;
    needScale(assay, how, scope);
    const { groupOf, first, sizes } = groupsOf(assay, by, least, scope);
    const groups = first.length;
    const { values, missing } = sumsOfGroups(assay, { groupOf, groups }, "samples", how);
    if (how === "sum" && missing > 0) scope.say(words.sentence("missing", { step, n: missing }));
    if (assay.layers) scope.say(words.sentence("layers", { step, names: assay.layers.map(({ name }) => name) }));
    const keys = by.map((name) => needColumn(scope, assay.samples, name, ["by"]));
    const [own, ...others] = assay.samples.columns;
    const isConstant = isConstantIn(groupOf, groups);
    const rest = others.filter((column) => !keys.includes(column));
    const gone = rest.filter((column) => !isConstant(column)).map(({ name }) => name);
    if (gone.length > 0) scope.say(words.sentence("gone", { step, names: gone }));
    const names = unlike(Array.from(first, (row) => keys.map((key) => cellString(key, row)).join("_")));
    const columns = uniquelyNamed(
      [
        textColumn(own && !keys.includes(own) ? own.name : "sample", names, { semantic: "sample" }),
        ...keys.map((column) => takeColumnRows(column, first)),
        ...rest.filter(isConstant).map((column) => takeColumnRows(column, first)),
        integerColumn("cells", sizes, { semantic: "count" }),
      ],
      "_",
    );
    const { layers: _layers, ...kept } = assay;
    const isNoCount = how === "mean" && (assay.scale === "counts" || assay.scale === "dosage");
    return {
      ...kept,
      values,
      sampleCount: groups,
      samples: tableWith(scope, columns, groups),
      scale: isNoCount ? "unknown" : assay.scale,
    };
  },
};

function needScale({ scale }: Assay, how: "sum" | "mean", scope: StepScope): void {
  const step = scope.index + 1;
  if (how === "mean") {
    if (scale === "counts") scope.say(words.sentence("mean-counts", { step }));
    return;
  }
  if (scale === "counts") return;
  if (scale === "unknown") return scope.say(words.sentence("sum-unknown", { step }));
  return refuse(scope, words, "sum-of", { scale }, ["how"], { fix: { path: ["steps", scope.index, "how"], value: "mean" } });
}

/** Groups that are large enough, by their first cells; -1: of no group. */
function groupsOf({ samples, sampleCount: all }: Assay, by: readonly string[], least: number, scope: StepScope) {
  const step = scope.index + 1;
  if (by.length === 0) return refuse(scope, shared, "nothing-chosen", { field: "by" }, ["by"]);
  const keys = by.map((name, at) => needColumn(scope, samples, name, ["by", at]));
  const found = groupCodes(
    keys.map((column) => codesOfColumn(column, all)),
    all,
  );
  const isIn = (row: number): boolean =>
    keys.every((key) => !isMissing(key, row) && (key.type !== "float64" || !Number.isNaN(key.values[row])));
  const counts = new Int32Array(found.firstRow.length);
  let without = 0;
  for (const [row, group] of found.groupOf.entries())
    if (isIn(row)) counts[group] = (counts[group] as number) + 1;
    else without++;
  if (all > 0 && without === all) return refuse(scope, words, "no-values", { by }, ["by"]);
  if (without > 0) scope.say(words.sentence("without", { step, n: without, all }));
  const place = new Int32Array(counts.length).fill(-1);
  let kept = 0;
  for (const [group, count] of counts.entries()) if (count >= least) place[group] = kept++;
  const some = counts.filter((count) => count > 0).length;
  if (some > 0 && kept === 0)
    return refuse(scope, words, "none-left", { least, most: Math.max(...counts) }, ["least"], {
      fix: { path: ["steps", scope.index, "least"], value: Math.max(...counts) },
    });
  if (some > kept) scope.say(words.sentence("small", { step, n: some - kept, all: some, least }));
  return {
    groupOf: found.groupOf.map((group, row) => (isIn(row) ? (place[group] as number) : -1)),
    first: found.firstRow.filter((_, group) => (place[group] as number) >= 0),
    sizes: counts.filter((_, group) => (place[group] as number) >= 0),
  };
}

/** Two groups whose joined values read the same (a_b with c, a with b_c) are told apart. */
function unlike(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((stem) => {
    let name = stem;
    for (let number = 2; taken.has(name); number++) name = `${stem} ${number}`;
    taken.add(name);
    return name;
  });
}
