// What predictions tell: each row is one individual; the report counts them.

import { disclosesByPort, disclosureOfRows } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { predictionReport } from "../../reports/prediction/report.ts";

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => disclosureOfRows(artifact),
  report: ({ artifact }) => disclosureOfReport(predictionReport, artifact),
});
