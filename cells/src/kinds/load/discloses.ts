// What a load tells: the rows of the file, or the steps of a saved recipe, what was doubtful in reading them, and where the file breaks the rules of its standard, which quote cells;
// of a file of reads, what they are like, which quotes none.

import { disclosesByPort, disclosureOfRows } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { fileCheckReport } from "../../reports/file-check/report.ts";
import { fittedChainReport } from "../../reports/fitted-chain/report.ts";
import { readQualityReport } from "../../reports/read-quality/report.ts";
import { readingReport } from "../../reports/reading/report.ts";

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) =>
    artifact.type === "report" ? disclosureOfReport(fittedChainReport, artifact) : disclosureOfRows(artifact),
  check: ({ artifact }) => disclosureOfReport(fileCheckReport, artifact),
  quality: ({ artifact }) => disclosureOfReport(readQualityReport, artifact),
  reading: ({ artifact }) => disclosureOfReport(readingReport, artifact),
});
