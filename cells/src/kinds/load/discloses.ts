// What a load tells: the rows of the file, what was doubtful in reading them, and where the file breaks the rules of its standard, which quote cells;
// of a file of reads, what they are like, which quotes none.

import { disclosesByPort, disclosureOfRows } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { fileCheckReport } from "../../reports/file-check/report.ts";
import { readQualityReport } from "../../reports/read-quality/report.ts";
import { readingReport } from "../../reports/reading/report.ts";

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => disclosureOfRows(artifact),
  check: ({ artifact }) => disclosureOfReport(fileCheckReport, artifact),
  quality: ({ artifact }) => disclosureOfReport(readQualityReport, artifact),
  reading: ({ artifact }) => disclosureOfReport(readingReport, artifact),
});
