// What it tells: numbers of groups of rows, or of all rows together; groups are named by the values of their column.

import { identifies } from "../../artifacts/semantics.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import type { Disclosure, DisclosureQuestion } from "../../contract/disclosure.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { testReport } from "../../reports/test/report.ts";
import { sizesIn } from "./table-of-tests.ts";

interface By {
  readonly by: string;
}

const ofTable = ({ artifact, ...question }: DisclosureQuestion<By>): Disclosure | null =>
  artifact.type === "table"
    ? {
        identifying: named(question),
        behind: { of: "groups", sizes: sizesIn(artifact), statistics: ["count", "mean", "median"] },
      }
    : null;

export const discloses = disclosesByPort<By>({
  out: ofTable,
  pairs: ofTable,
  report: ({ artifact, ...question }) => {
    const told = disclosureOfReport(testReport, artifact);
    return told && { ...told, identifying: named(question) };
  },
});

/** Where the groups are individuals, their names are read off. */
const named = ({ spec, columns }: Pick<DisclosureQuestion<By>, "spec" | "columns">): readonly string[] =>
  (columns ?? []).filter((column) => column.name === spec.by && identifies(column)).map(({ name }) => name);
