// What it tells: an oncoprint and a burden are of individuals; frequencies, pairs and lollipops count them.

import type { Artifact, Table } from "../../artifacts/artifact.ts";
import { columnOf } from "../../artifacts/table.ts";
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

/**
 * Samples of each gene, those with several mutations, and those behind each class: of these the table has mutations, of which as many
 * more than samples may be of one and the same sample as the gene has in all.
 */
function behindGenes(table: Table): readonly number[] {
  const numbers = (name: string): readonly number[] => {
    const column = columnOf(table, name);
    return column && column.type !== "text" ? Array.from(column.values, Number) : [];
  };
  const [samples, mutations] = [numbers("samples"), numbers("mutations")];
  const plain = ["samples", "sequenced", "several"];
  const classes = table.columns.filter(
    ({ semantic, name }) => semantic === "count" && name !== "mutations" && !plain.includes(name),
  );
  return [
    ...plain.flatMap(numbers),
    ...classes.flatMap(({ name }) =>
      numbers(name).map((n, at) => (n > 0 ? Math.max(1, n - ((mutations[at] ?? n) - (samples[at] ?? 0))) : 0)),
    ),
  ];
}

function ofSizes({ artifact }: DisclosureQuestion<unknown>): Disclosure | null {
  if (artifact.type !== "figure") return null;
  const { meta } = artifact.layout;
  return counted(isJsonObject(meta) && Array.isArray(meta["sizes"]) ? meta["sizes"].map(Number) : []);
}

export const discloses = disclosesByPort<unknown>({
  out: ofIndividuals("table"),
  calls: ofIndividuals("table"),
  matrix: ofIndividuals("assay"),
  oncoprint: ofIndividuals("figure"),
  // A bar a sample.
  summary: ofIndividuals("figure"),
  lollipop: ofSizes,
  triangle: ofSizes,
  genes: ({ artifact }) => (artifact.type === "table" ? counted(behindGenes(artifact)) : null),
  pairs: ofColumns(["both", "gene_alone", "with_alone", "neither"]),
  report: ({ artifact }) => disclosureOfReport(mutationsReport, artifact),
});
