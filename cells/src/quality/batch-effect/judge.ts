// Share of the sum of squares of the most variable features that lies between the batches, corrected for their number as the
// adjusted R squared is: 1 - (1 - R2) (n - 1) / (n - k). Where groups are compared, the same of them stands beside it.

import type { Column } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import type { JudgeOf, QualityData } from "../../contract/quality-rule.ts";
import { quoted } from "../../stats/design/terms.ts";
import { completeRows } from "../parts/complete-rows.ts";
import { groupingOf } from "../parts/quality-data.ts";
import type { batchEffect } from "./rule.ts";
import { words } from "./words.ts";

export const judge: JudgeOf<typeof batchEffect> = {
  judge(data, { warn, fail, features }) {
    const { batch, group } = data.columns;
    if (!batch) return { lacks: words.sentence("no-batch") };
    const rows = completeRows(data, data.variable(features));
    if ("lacks" in rows) return rows;
    const value = explained(rows, batch);
    if (value === null) return { lacks: words.sentence("one-batch", { column: batch.name }) };
    const level = value > fail ? "fail" : value > warn ? "warn" : null;
    if (!level) return { measures: [], verdicts: [] };
    const threshold = level === "fail" ? fail : warn;
    const beside = group ? explained(rows, group) : null;
    const said = { column: batch.name, value, threshold };
    const says =
      group && beside !== null
        ? words.sentence("beside", { ...said, group: group.name, beside })
        : words.sentence("explains", said);
    return { measures: [], verdicts: [{ level, samples: [], value, threshold, says, ...takenAway(data, batch, group) }] };
  },
};

/** Of logarithms; in counts a batch is not taken away but named in the design of the comparison. */
function takenAway({ assay, isLinear }: QualityData, { name }: Column, group: Column | null): { readonly step?: JsonObject } {
  if (assay.scale === "counts" || isLinear) return {};
  const keep = group && group.name !== name ? { keep: { formula: `~ ${quoted(group.name)}` } } : {};
  return { step: { verb: "remove-batch", batch: name, ...keep } };
}

/** Null: the column has one value, or one for each sample. */
function explained(rows: readonly Float64Array[], column: Column): number | null {
  const sampleCount = rows[0]?.length ?? 0;
  const { names, of } = groupingOf(column, sampleCount);
  const samples = [...of.keys()].filter((sample) => (of[sample] as number) >= 0);
  if (names.length < 2 || samples.length - names.length < 1) return null;
  let total = 0;
  let within = 0;
  for (const row of rows) {
    const sums = new Float64Array(names.length);
    const counts = new Float64Array(names.length);
    const value = (sample: number): number => row[sample] as number;
    for (const sample of samples) {
      const at = of[sample] as number;
      sums[at] = (sums[at] as number) + value(sample);
      counts[at] = (counts[at] as number) + 1;
    }
    const mean = sums.reduce((sum, one) => sum + one, 0) / samples.length;
    for (const sample of samples) {
      const at = of[sample] as number;
      total += (value(sample) - mean) ** 2;
      within += (value(sample) - (sums[at] as number) / (counts[at] as number)) ** 2;
    }
  }
  if (!(total > 0)) return null;
  return 1 - ((within / total) * (samples.length - 1)) / (samples.length - names.length);
}
