// What it tells: numbers of features, each of all samples together; the report of the fit leaves with the rows alone.

import { nobody } from "../../artifacts/told-of-individuals.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { fittedFeaturesReport } from "../../reports/fitted-features/report.ts";

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => (artifact.type === "table" ? nobody : null),
  fit: ({ artifact }) => disclosureOfReport(fittedFeaturesReport, artifact),
});
