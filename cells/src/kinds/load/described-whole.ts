// A matrix that its file gave whole, with what a sample sheet says of its samples: by the rules by which rows that became a
// matrix are matched (match-of.ts). Samples that the sheet does not have are left out, and told.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import { featureIds, sampleIds } from "../../artifacts/assay.ts";
import { textColumn } from "../../artifacts/table.ts";
import type { Issue } from "../../contract/format.ts";
import { matchSamples } from "../../formats/parts/match-samples.ts";
import { annotationOf, keptSamples, withId } from "../../formats/parts/matrix-of-content.ts";
import { takeSamples } from "../../artifacts/take-samples.ts";
import type { SamplesRead } from "./guesses.ts";
import { issuesOfMatch, matchOf, refuseUnknownColumn, refuseUnmatched } from "./match-of.ts";
import { withSame } from "./same-samples.ts";
import type { LoadSpec } from "./spec.ts";

export interface DescribedWhole {
  readonly assay: Assay;
  readonly issues: readonly Issue[];
  readonly samples: SamplesRead;
}

/** Fails where no sample is in the sheet, or it is not sure which row of it describes one. */
export function describedWhole(assay: Assay, sheet: Table, spec: LoadSpec): DescribedWhole {
  refuseUnknownColumn(sheet, spec.samplesBy);
  const names = sampleIds(assay);
  const matched = matchSamples({ header: names, rows: [] }, withSame(sheet, spec.sameSamples), {
    only: "header",
    column: spec.samplesBy,
    alike: spec.sampleNames === "alike",
  });
  if (!matched) return refuseUnmatched({ names, others: featureIds(assay) }, sheet, spec.sameSamples);
  const match = matchOf(matched, names.length);
  const kept = keptSamples(match);
  const [id, ...own] = assay.samples.columns;
  const annotation = annotationOf(match, sheet, kept, own);
  const described = kept ? takeSamples(assay, kept) : assay;
  const [keptId] = described.samples.columns;
  const texts = keptId ? sampleIds(described) : names;
  return {
    assay: { ...described, samples: withId(textColumn(match.column, texts, { semantic: id?.semantic ?? "sample" }), annotation) },
    issues: issuesOfMatch(match, spec.sameSamples),
    samples: match.onlyInMatrix.length > 0 ? "some" : "all",
  };
}
