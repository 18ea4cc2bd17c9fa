// The logarithm of each value and what is added first; refused where there is none.

import { asWritten } from "../../artifacts/as-written.ts";
import { featureIds, sampleIds } from "../../artifacts/assay.ts";
import type { Apply } from "../../contract/step.ts";
import { eachValue, mapValues } from "../parts/matrix-values.ts";
import { needReads } from "../parts/need-reads.ts";
import { needNumber, refuse } from "../parts/step-scope.ts";
import type { log } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof log> = {
  assay(step, assay, scope) {
    needReads(assay, "scale-log", scope);
    const prior = needNumber(scope, step.prior, ["prior"]);
    let wrong: readonly [number, number, number] | null = null;
    const { floor } = step;
    const raised = (value: number): number => (floor !== null && value < floor ? floor : value);
    eachValue(assay, (feature, sample, value) => {
      if (raised(value) + prior <= 0) wrong ??= [feature, sample, value];
    });
    if (!wrong && assay.values.layout === "sparse" && raised(0) + prior <= 0) wrong = [0, 0, 0];
    const found = wrong as readonly [number, number, number] | null;
    if (found) {
      const [feature, sample, value] = found;
      const names = { feature: featureIds(assay)[feature] ?? "", sample: sampleIds(assay)[sample] ?? "" };
      return refuse(scope, words, "negative", { ...names, value: asWritten(value), prior }, ["prior"]);
    }
    const act = step.base === 2 ? Math.log2 : step.base === 10 ? Math.log10 : Math.log;
    const scale = step.base === 2 ? (assay.scale === "cpm" ? "log2-cpm" : "log2") : step.base === 10 ? "log10" : "ln";
    return { ...assay, scale, values: mapValues(assay, prior === 1 && raised(0) === 0, (value) => act(raised(value) + prior)) };
  },
};
