// What it tells: a row a sample, and verdicts that name them.

import { disclosesByPort, disclosureOfRows } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { qualityReport } from "../../reports/quality/report.ts";
import { tableQualityReport } from "../../reports/table-quality/report.ts";

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => disclosureOfRows(artifact),
  report: ({ artifact }) => disclosureOfReport(qualityReport, artifact) ?? disclosureOfReport(tableQualityReport, artifact),
});
