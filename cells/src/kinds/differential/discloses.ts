// What it tells: numbers of features, each of all samples together; reports of the fit leave with the rows alone.

import { nobody } from "../../artifacts/told-of-individuals.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { featurePointsReport } from "../../reports/feature-points/report.ts";
import { fittedDesignReport } from "../../reports/fitted-design/report.ts";
import { fittedFeaturesReport } from "../../reports/fitted-features/report.ts";

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => (artifact.type === "table" ? nobody : null),
  design: ({ artifact }) => disclosureOfReport(fittedDesignReport, artifact),
  points: ({ artifact }) => disclosureOfReport(featurePointsReport, artifact),
  fit: ({ artifact }) => disclosureOfReport(fittedFeaturesReport, artifact),
});
