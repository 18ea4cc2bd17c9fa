// What it tells: numbers of features, of groups of samples together.

import { nobody } from "../../artifacts/told-of-individuals.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { contrastReport } from "../../reports/contrast/report.ts";

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => (artifact.type === "table" ? nobody : null),
  report: ({ artifact }) => disclosureOfReport(contrastReport, artifact),
});
