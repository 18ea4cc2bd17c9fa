// What it tells: numbers of features, each of all samples together; reports of the fit leave with the rows alone.

import type { Figure } from "../../artifacts/artifact.ts";
import { nobody } from "../../artifacts/told-of-individuals.ts";
import { isJsonObject, type Json } from "../../base/json.ts";
import type { Behind } from "../../contract/disclosure.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { fittedDesignReport } from "../../reports/fitted-design/report.ts";
import { fittedFeaturesReport } from "../../reports/fitted-features/report.ts";

/** Each point is told of all samples. */
function samplesOf({ layout: { meta } }: Figure): Behind {
  const sizes = isJsonObject(meta) && Array.isArray(meta["sizes"]) ? (meta["sizes"] as readonly Json[]) : [];
  return sizes.length > 0 ? { of: "groups", sizes: sizes.map(Number), statistics: ["mean"] } : { of: "individuals" };
}

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => (artifact.type === "table" ? nobody : null),
  design: ({ artifact }) => disclosureOfReport(fittedDesignReport, artifact),
  dispersions: ({ artifact }) => (artifact.type === "figure" ? { identifying: [], behind: samplesOf(artifact) } : null),
  trend: ({ artifact }) => (artifact.type === "figure" ? { identifying: [], behind: samplesOf(artifact) } : null),
  fit: ({ artifact }) => disclosureOfReport(fittedFeaturesReport, artifact),
});
