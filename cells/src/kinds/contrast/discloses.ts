// What it tells: numbers of features, of groups of samples together.

import type { Figure } from "../../artifacts/artifact.ts";
import { nobody } from "../../artifacts/told-of-individuals.ts";
import { isJsonObject, type Json } from "../../base/json.ts";
import type { Behind } from "../../contract/disclosure.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { contrastReport } from "../../reports/contrast/report.ts";
import { featurePointsReport } from "../../reports/feature-points/report.ts";

/** Each point is told of all samples of either side; of a weighing of coefficients nobody knows of how many. */
function sidesOf({ layout: { meta } }: Figure): Behind {
  const sizes = isJsonObject(meta) && Array.isArray(meta["sizes"]) ? (meta["sizes"] as readonly Json[]) : [];
  return sizes.length > 0 ? { of: "groups", sizes: sizes.map(Number), statistics: ["mean"] } : { of: "individuals" };
}

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => (artifact.type === "table" ? nobody : null),
  volcano: ({ artifact }) => (artifact.type === "figure" ? { identifying: [], behind: sidesOf(artifact) } : null),
  points: ({ artifact }) => disclosureOfReport(featurePointsReport, artifact),
  report: ({ artifact }) => disclosureOfReport(contrastReport, artifact),
});
