// What it tells: numbers of all who were tested, a variant a row. Of a rare allele few carry it: these are the group behind its row.

import type { Artifact, Table } from "../../artifacts/artifact.ts";
import { columnOf } from "../../artifacts/table.ts";
import type { Disclosure } from "../../artifacts/told-of-individuals.ts";
import { isJsonObject } from "../../base/json.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { associationReport } from "../../reports/association/report.ts";

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) => (artifact.type === "table" ? ofVariants(artifact) : null),
  clumps: ({ artifact }) => (artifact.type === "table" ? ofVariants(artifact) : null),
  manhattan: ({ artifact }) => ofFigure(artifact),
  qq: ({ artifact }) => ofFigure(artifact),
  locus: ({ artifact }) => ofFigure(artifact),
  spectrum: ({ artifact }) => ofFigure(artifact),
  report: ({ artifact }) => disclosureOfReport(associationReport, artifact),
});

function ofVariants(table: Table): Disclosure {
  return { identifying: [], behind: { of: "groups", sizes: smallestOf(table), statistics: ["count", "share", "mean"] } };
}

/** The fewest who were tested of a variant, and the fewest who carry a rarer allele: copies of it are more. */
function smallestOf(table: Table): readonly number[] {
  return ["n", "carriers"].flatMap((name) => {
    const column = columnOf(table, name);
    if (!column || column.type === "text") return [];
    let least = Number.POSITIVE_INFINITY;
    for (const value of column.values) if (value > 0 && value < least) least = value;
    return Number.isFinite(least) ? [Math.floor(least)] : [];
  });
}

function ofFigure(artifact: Artifact): Disclosure | null {
  if (artifact.type !== "figure") return null;
  const { meta } = artifact.layout;
  const sizes = isJsonObject(meta) && Array.isArray(meta["sizes"]) ? meta["sizes"] : [];
  return {
    identifying: [],
    behind: {
      of: "groups",
      sizes: sizes.flatMap((size) => (typeof size === "number" && size > 0 ? [size] : [])),
      statistics: ["count", "share", "mean"],
    },
  };
}
