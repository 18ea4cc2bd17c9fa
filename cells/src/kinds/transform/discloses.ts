// What a transform tells: rows as they came, or one row a group where its steps made groups of them.

import { disclosesByPort, disclosureOfRows } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { fittedChainReport } from "../../reports/fitted-chain/report.ts";
import { stepChangesReport } from "../../reports/step-changes/report.ts";
import { stepsReport } from "../../reports/steps/report.ts";
import type { Step } from "../../steps.ts";
import { groupsAfter } from "./groups-after.ts";

export const discloses = disclosesByPort<{ readonly steps: readonly Step[] }>({
  out: ({ artifact, spec }) => disclosureOfRows(artifact, groupsAfter(spec.steps)),
  fitted: ({ artifact }) => disclosureOfReport(fittedChainReport, artifact),
  changes: ({ artifact }) => disclosureOfReport(stepChangesReport, artifact),
  steps: ({ artifact }) => disclosureOfReport(stepsReport, artifact),
});
