// What it tells: an oncoprint and a burden are of individuals; frequencies, pairs and lollipops count them.

import type { Artifact } from "../../artifacts/artifact.ts";
import { identifies } from "../../artifacts/semantics.ts";
import type { Disclosure } from "../../artifacts/told-of-individuals.ts";
import { isJsonObject } from "../../base/json.ts";
import type { DisclosureQuestion } from "../../contract/disclosure.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { mutationsReport } from "../../reports/mutations/report.ts";

/** Names of samples can be read off. */
const ofIndividuals =
  (type: Artifact["type"]) =>
  ({ artifact, columns }: DisclosureQuestion<unknown>): Disclosure | null =>
    artifact.type === type
      ? { identifying: (columns ?? []).filter(identifies).map(({ name }) => name), behind: { of: "individuals" } }
      : null;

const counted = (sizes: readonly number[]): Disclosure => ({
  identifying: [],
  behind: { of: "groups", sizes: [...new Set(sizes.filter((size) => size > 0))], statistics: ["count", "share"] },
});

/** Whole numbers of the columns that count samples. */
const ofColumns =
  (names: readonly string[]) =>
  ({ artifact }: DisclosureQuestion<unknown>): Disclosure | null =>
    artifact.type === "table"
      ? counted(
          artifact.columns
            .filter(({ name }) => names.includes(name))
            .flatMap((column) => (column.type === "text" ? [] : Array.from(column.values, Number))),
        )
      : null;

export const discloses = disclosesByPort<unknown>({
  out: ofIndividuals("table"),
  calls: ofIndividuals("table"),
  matrix: ofIndividuals("assay"),
  oncoprint: ofIndividuals("figure"),
  // A bar a sample.
  summary: ofIndividuals("figure"),
  lollipop: ({ artifact }) => {
    if (artifact.type !== "figure") return null;
    const { meta } = artifact.layout;
    const sizes = isJsonObject(meta) && Array.isArray(meta["sizes"]) ? meta["sizes"].map(Number) : [];
    return counted(sizes);
  },
  genes: ofColumns(["samples", "sequenced"]),
  pairs: ofColumns(["both", "gene_alone", "with_alone", "neither"]),
  report: ({ artifact }) => disclosureOfReport(mutationsReport, artifact),
});
