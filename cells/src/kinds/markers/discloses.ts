// What markers tell: numbers of features, of groups of samples together; violins are smooth curves of groups.

import type { Figure } from "../../artifacts/artifact.ts";
import { nobody, type Statistic } from "../../artifacts/told-of-individuals.ts";
import { isJsonObject, type Json } from "../../base/json.ts";
import type { Behind } from "../../contract/disclosure.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { markersReport } from "../../reports/markers/report.ts";

function groupsOf({ layout: { meta } }: Figure, statistics: readonly Statistic[]): Behind {
  const sizes = isJsonObject(meta) && Array.isArray(meta["sizes"]) ? (meta["sizes"] as readonly Json[]) : [];
  return sizes.length > 0 ? { of: "groups", sizes: sizes.map(Number), statistics: [...statistics] } : { of: "individuals" };
}

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => (artifact.type === "table" ? nobody : null),
  dots: ({ artifact }) =>
    artifact.type === "figure" ? { identifying: [], behind: groupsOf(artifact, ["mean", "share"]) } : null,
  violins: ({ artifact }) => (artifact.type === "figure" ? { identifying: [], behind: groupsOf(artifact, ["density"]) } : null),
  report: ({ artifact }) => disclosureOfReport(markersReport, artifact),
});
