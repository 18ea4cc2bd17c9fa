// What clusters tell: each row its own, points and bars of rows; curves and sizes are of all rows together.

import type { Artifact } from "../../artifacts/artifact.ts";
import type { Disclosure } from "../../artifacts/told-of-individuals.ts";
import { isJsonObject } from "../../base/json.ts";
import { disclosesByPort, disclosureOfRows } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { clustersReport } from "../../reports/clusters/report.ts";

const ofEach = ({ artifact }: { readonly artifact: Artifact }): Disclosure | null =>
  artifact.type === "figure" ? { identifying: [], behind: { of: "individuals" } } : null;

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => disclosureOfRows(artifact),
  map: ofEach,
  silhouettes: ofEach,
  tree: ofEach,
  curves: ({ artifact }) => {
    if (artifact.type !== "figure") return null;
    const { meta } = artifact.layout;
    const n = isJsonObject(meta) ? Number(meta["rows"]) : Number.NaN;
    // Of a figure that does not say of how many rows, each row may stand behind a number.
    const isTold = Number.isInteger(n) && n > 0;
    return { identifying: [], behind: isTold ? { of: "groups", sizes: [n], statistics: ["mean"] } : { of: "individuals" } };
  },
  report: ({ artifact }) => disclosureOfReport(clustersReport, artifact),
});
