// What components tell: scores of individuals, weights of features, shares of the variance.

import { nobody } from "../../artifacts/told-of-individuals.ts";
import { disclosesByPort, disclosureOfRows } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { componentsReport } from "../../reports/components/report.ts";
import { fittedAxesReport } from "../../reports/fitted-axes/report.ts";

export const discloses = disclosesByPort<unknown>({
  // Readers get the plot: a point for each row, without what could name it unless labels are chosen.
  out: ({ artifact }) =>
    artifact.type === "figure" ? { identifying: [], behind: { of: "individuals" } } : disclosureOfRows(artifact),
  loadings: ({ artifact }) => (artifact.type === "table" ? nobody : null),
  axes: ({ artifact }) => disclosureOfReport(fittedAxesReport, artifact),
  report: ({ artifact }) => disclosureOfReport(componentsReport, artifact),
});
