// What it tells: estimates of studies put together, each of all individuals of a study, who are no rows here.

import { nobody } from "../../artifacts/told-of-individuals.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { metaAnalysisReport } from "../../reports/meta-analysis/report.ts";

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => (artifact.type === "table" ? nobody : null),
  forest: ({ artifact }) => (artifact.type === "figure" ? nobody : null),
  report: ({ artifact }) => disclosureOfReport(metaAnalysisReport, artifact),
});
