// Rows of one gene, in the order of the first row of each. Which of them stays, where one is chosen, is kept: of other samples it
// is the same one.

import { z } from "zod";
import type { Assay } from "../../artifacts/artifact.ts";
import { featureIds } from "../../artifacts/assay.ts";
import { isScaledReads } from "../../artifacts/scale-of-values.ts";
import {
  cellString,
  integerColumn,
  isMissing,
  moreOf,
  takeColumnRows,
  textColumn,
  uniquelyNamed,
} from "../../artifacts/table.ts";
import type { StepScope } from "../../contract/step.ts";
import { constantColumns } from "../parts/constant-columns.ts";
import { featuresOfState, namesOfState } from "../parts/features-of-state.ts";
import { fittedOf } from "../parts/fitted.ts";
import { featureWords, named } from "../parts/listed-names.ts";
import { needColumn, refuse, tableWith } from "../parts/step-scope.ts";
import { sumsOfGroups } from "../parts/sums-of-groups.ts";
import { highest, type Genes } from "./highest.ts";
import { chooses, type CollapseRule, type collapseProbes } from "./step.ts";
import { words } from "./words.ts";

/** Of each gene the feature that stands for it; empty where all do. */
const state = z.strictObject({ ids: namesOfState, features: namesOfState });

export const { fitted, apply } = fittedOf<typeof collapseProbes>()({
  keeps: () => "statistics",
  state,
  on: {
    assay: {
      fit({ by, how }, assay, scope) {
        const genes = genesOf(by, assay, scope);
        if (!chooses(how)) return { ids: [], features: [] };
        sayOfGenes(by, assay, genes, scope);
        const ids = featureIds(assay);
        return { ids: [...genes.ids], features: Array.from(highest(assay, genes, how), (feature) => ids[feature] ?? "") };
      },
      apply({ by, how }, assay, kept, scope) {
        if (!chooses(how)) return together(by, how, assay, scope);
        const taken = featuresOfState(assay, kept.features, scope);
        const [own, ...others] = taken.features.columns;
        const named = uniquelyNamed(
          [
            textColumn(by, kept.ids, own ? moreOfGene(assay, by) : {}),
            ...(own ? [own] : []),
            ...others.filter(({ name }) => name !== by),
          ],
          "_",
        );
        return { ...taken, featureNoun: "gene", features: tableWith(scope, named, taken.featureCount) };
      },
    },
  },
});

const moreOfGene = (assay: Assay, by: string) => {
  const column = assay.features.columns.find(({ name }) => name === by);
  return column ? moreOf(column) : {};
};

/** Affymetrix writes --- where there is none. */
const isNone = (text: string): boolean => /^-*$/.test(text.trim());

function genesOf(by: string, assay: Assay, scope: StepScope): Genes {
  const column = needColumn(scope, assay.features, by, ["by"]);
  const place = new Map<string, number>();
  const groupOf = Int32Array.from({ length: assay.featureCount }, (_, row) => {
    const text = isMissing(column, row) ? "" : cellString(column, row).trim();
    if (isNone(text)) return -1;
    const group = place.get(text) ?? place.size;
    place.set(text, group);
    return group;
  });
  if (place.size === 0 && assay.featureCount > 0) return refuse(scope, words, "none", { by }, ["by"]);
  return { ids: [...place.keys()], groupOf };
}

function sayOfGenes(by: string, assay: Assay, { ids, groupOf }: Genes, scope: StepScope): void {
  const step = scope.index + 1;
  const without = featureIds(assay).filter((_, at) => (groupOf[at] as number) < 0);
  if (without.length > 0) {
    const params = { n: without.length, all: assay.featureCount, noun: featureWords(assay.featureNoun), by, ...named(without) };
    scope.say(words.sentence("without", { step, ...params }));
  }
  const several = ids.filter((id) => id.includes("///") || /^[\w.-]+(?:;\s?[\w.-]+)+$/.test(id));
  if (several.length > 0) scope.say(words.sentence("several-in-one", { step, n: several.length, by, ...named(several) }));
}

function together(by: string, how: CollapseRule, assay: Assay, scope: StepScope): Assay {
  const step = scope.index + 1;
  const take = how === "sum" ? "sum" : "mean";
  if (take === "sum") needSums(assay, scope);
  if (take === "mean" && assay.scale === "counts") scope.say(words.sentence("mean-counts", { step }));
  const genes = genesOf(by, assay, scope);
  sayOfGenes(by, assay, genes, scope);
  const { ids, groupOf } = genes;
  const { values, missing } = sumsOfGroups(assay, { groupOf, groups: ids.length }, "features", take);
  if (take === "sum" && missing > 0) scope.say(words.sentence("missing", { step, n: missing }));
  if (assay.layers) scope.say(words.sentence("layers", { step, names: assay.layers.map(({ name }) => name) }));
  const first = new Int32Array(ids.length);
  const sizes = new Int32Array(ids.length);
  for (let row = groupOf.length - 1; row >= 0; row--) {
    const group = groupOf[row] as number;
    if (group < 0) continue;
    first[group] = row;
    sizes[group] = (sizes[group] as number) + 1;
  }
  const constant = constantColumns(assay.features, groupOf, ids.length).filter(({ name }) => name !== by);
  const columns = uniquelyNamed(
    [
      textColumn(by, ids, moreOfGene(assay, by)),
      ...constant.map((column) => takeColumnRows(column, first)),
      integerColumn("collapsed", sizes, { semantic: "count" }),
    ],
    "_",
  );
  const { layers: _layers, ...rest } = assay;
  return {
    ...rest,
    values,
    featureCount: ids.length,
    features: tableWith(scope, columns, ids.length),
    featureNoun: "gene",
    scale: take === "mean" && (assay.scale === "counts" || assay.scale === "dosage") ? "unknown" : assay.scale,
  };
}

function needSums({ scale }: Assay, scope: StepScope): void {
  if (scale === "counts" || isScaledReads(scale)) return;
  if (scale === "unknown") return scope.say(words.sentence("sum-unknown", { step: scope.index + 1 }));
  const fix = { path: ["steps", scope.index, "how"], value: "mean" };
  return refuse(scope, words, "sum-of", { scale }, ["how"], { fix });
}
