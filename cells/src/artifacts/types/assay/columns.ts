// The samples of a matrix at a glance, or the columns of one of its two tables.

import type { Assay } from "../../artifact.ts";
import { asWritten } from "../../as-written.ts";
import { ofByte, sampleIds } from "../../assay.ts";
import { columnSummary, numberSummary, type SummaryOptions } from "../../column-summary.ts";
import type { ColumnSummary, TablePart } from "../../table-window.ts";

export function columnsOfAssay(assay: Assay, part: TablePart, options: SummaryOptions): readonly ColumnSummary[] {
  if (part !== "values") return assay[part].columns.map((column) => columnSummary(column, options));
  const ids = options.ids ? assay.features.columns.slice(0, 1).map((column) => columnSummary(column, options)) : [];
  return [...ids, ...sampleSummaries(assay, options)];
}

function sampleSummaries(assay: Assay, options: SummaryOptions): readonly ColumnSummary[] {
  return sampleIds(assay)
    .slice(0, options.most ?? assay.sampleCount)
    .map((name, sample) => {
      const values = numbersOfSample(assay, sample);
      // A missing number is NaN.
      let present = 0;
      for (let feature = 0; feature < values.length; feature++) {
        const value = values[feature] as number;
        if (value === value) values[present++] = value;
      }
      return {
        name,
        type: "float64" as const,
        missing: assay.featureCount - present,
        ...numberSummary(values.subarray(0, present), options.bins ?? 20),
      };
    });
}

/** One sample over all features, a copy, as the numbers were written. */
function numbersOfSample({ values, featureCount, sampleCount }: Assay, sample: number): Float64Array {
  const numbers = new Float64Array(featureCount);
  if (values.layout !== "sparse") {
    const numberOf = values.layout === "bytes" ? ofByte : asWritten;
    for (let feature = 0; feature < featureCount; feature++)
      numbers[feature] = numberOf(values.data[feature * sampleCount + sample] as number);
    return numbers;
  }
  const end = values.offsets[sample + 1] as number;
  for (let at = values.offsets[sample] as number; at < end; at++)
    numbers[values.featureIndex[at] as number] = asWritten(values.data[at] as number);
  return numbers;
}
