// What components tell: scores of individuals, weights of features, shares of the variance.

import { nobody } from "../../artifacts/told-of-individuals.ts";
import { disclosesByPort, disclosureOfRows } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { componentsReport } from "../../reports/components/report.ts";

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => disclosureOfRows(artifact),
  loadings: ({ artifact }) => (artifact.type === "table" ? nobody : null),
  report: ({ artifact }) => disclosureOfReport(componentsReport, artifact),
});
