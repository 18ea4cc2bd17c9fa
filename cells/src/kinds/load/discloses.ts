// What a load tells: the rows of the file, and what was doubtful in reading them, which quotes cells.

import { disclosesByPort, disclosureOfRows } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { readingReport } from "../../reports/reading/report.ts";

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => disclosureOfRows(artifact),
  reading: ({ artifact }) => disclosureOfReport(readingReport, artifact),
});
