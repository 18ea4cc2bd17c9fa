// What a model tells: trees and weights may hold values of single rows; its report tells of classes and labs; predictions
// are rows.

import { disclosesByPort, disclosureOfRows } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { crossValidationReport } from "../../reports/cross-validation/report.ts";

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => (artifact.type === "model" ? { identifying: [], behind: { of: "individuals" } } : null),
  report: ({ artifact }) => disclosureOfReport(crossValidationReport, artifact),
  predictions: ({ artifact }) => disclosureOfRows(artifact),
});
