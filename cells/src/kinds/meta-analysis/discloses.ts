// What it tells: a row of each thing of the studies. Whom these stand for is known where they were made: a thing is a patient, or a
// variant that few carry, unless nobody stands behind any study (`carries` of the kind).

import { identifies } from "../../artifacts/semantics.ts";
import type { Disclosure } from "../../artifacts/told-of-individuals.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { metaAnalysisReport } from "../../reports/meta-analysis/report.ts";

const individuals: Disclosure = { identifying: [], behind: { of: "individuals" } };

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) =>
    artifact.type === "table"
      ? { ...individuals, identifying: artifact.columns.filter(identifies).map(({ name }) => name) }
      : null,
  forest: ({ artifact }) => (artifact.type === "figure" ? individuals : null),
  report: ({ artifact }) => disclosureOfReport(metaAnalysisReport, artifact),
});
