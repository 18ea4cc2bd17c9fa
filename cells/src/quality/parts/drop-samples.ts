// The step that mends what is wrong with samples: they are left out, by their names.

import type { Assay } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Verdict } from "../../contract/quality-rule.ts";

/** As many samples as a person would look through in a list; of more the verdict is asked, which stands in the table. */
const mostListed = 20;

/** Absent: no column names them. */
export function dropSamples(assay: Assay, samples: readonly number[]): { readonly step?: JsonObject } {
  const [named] = assay.samples.columns;
  if (!named) return {};
  const ids = sampleIds(assay);
  const value = samples.map((sample) => ids[sample] ?? "");
  return { step: { verb: "filter", action: "drop", where: { all: [{ column: named.name, is: "in", value }] } } };
}

/** As a rule says it, else the step that leaves out the samples that it is said of. */
export function mended(assay: Assay, verdict: Verdict): Verdict {
  const { samples, step } = verdict;
  const isListed = samples.length > 0 && samples.length <= mostListed && samples.length < assay.sampleCount;
  return step || !isListed ? verdict : { ...verdict, ...dropSamples(assay, samples) };
}
