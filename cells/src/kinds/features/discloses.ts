// What it tells: rows as they stand in the views, and how many were found.

import { disclosesByPort, disclosureOfRows } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { featureJoinReport } from "../../reports/feature-join/report.ts";

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => disclosureOfRows(artifact),
  report: ({ artifact }) => disclosureOfReport(featureJoinReport, artifact),
});
