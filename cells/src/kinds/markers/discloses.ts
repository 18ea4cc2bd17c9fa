// What markers tell: numbers of features, of groups of samples together; violins are smooth curves of groups.

import type { Figure, Table } from "../../artifacts/artifact.ts";
import type { Statistic } from "../../artifacts/told-of-individuals.ts";
import { isJsonObject, type Json } from "../../base/json.ts";
import type { Behind } from "../../contract/disclosure.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { markersReport } from "../../reports/markers/report.ts";
import { sizesIn } from "./samples-of-group.ts";

function groupsOf({ layout: { meta } }: Figure, statistics: readonly Statistic[]): Behind {
  const sizes = isJsonObject(meta) && Array.isArray(meta["sizes"]) ? (meta["sizes"] as readonly Json[]) : [];
  return sizes.length > 0 ? { of: "groups", sizes: sizes.map(Number), statistics: [...statistics] } : { of: "individuals" };
}

/** A group may be one sample, whose values its means are. */
function groupsIn(table: Table): Behind {
  const sizes = sizesIn(table);
  return sizes ? { of: "groups", sizes, statistics: ["count", "mean", "share"] } : { of: "individuals" };
}

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => (artifact.type === "table" ? { identifying: [], behind: groupsIn(artifact) } : null),
  dots: ({ artifact }) =>
    artifact.type === "figure" ? { identifying: [], behind: groupsOf(artifact, ["mean", "share"]) } : null,
  violins: ({ artifact }) => (artifact.type === "figure" ? { identifying: [], behind: groupsOf(artifact, ["density"]) } : null),
  report: ({ artifact }) => disclosureOfReport(markersReport, artifact),
});
