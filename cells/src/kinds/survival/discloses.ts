// What it tells: curves step at the times of individuals, so they are never told of a group at once, however large it is; medians, tests
// and ratios are of groups.

import type { Artifact } from "../../artifacts/artifact.ts";
import type { Disclosure } from "../../artifacts/told-of-individuals.ts";
import { isJsonObject } from "../../base/json.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { survivalReport } from "../../reports/survival/report.ts";

export const discloses = disclosesByPort<unknown>({
  out: ({ artifact }) =>
    artifact.type === "figure"
      ? { identifying: [], behind: { of: "groups", sizes: sizesOf(artifact), statistics: ["step", "count"] } }
      : null,
  // Of a model each ratio is of all that it was fitted to: of a few it would tell.
  forest: ({ artifact }) =>
    artifact.type === "figure"
      ? { identifying: [], behind: { of: "groups", sizes: sizesOf(artifact), statistics: ["mean"] } }
      : null,
  hazards: ({ artifact }) => ofGroups(artifact),
  groups: ({ artifact }) => ofGroups(artifact),
  curves: ({ artifact }) => (artifact.type === "table" ? { identifying: [], behind: { of: "individuals" } } : null),
  report: ({ artifact }) => disclosureOfReport(survivalReport, artifact),
});

function sizesOf(artifact: Extract<Artifact, { type: "figure" }>): readonly number[] {
  const { meta } = artifact.layout;
  const sizes = isJsonObject(meta) ? meta["sizes"] : [];
  return Array.isArray(sizes) ? sizes.flatMap((size) => (typeof size === "number" && size > 0 ? [size] : [])) : [];
}

function ofGroups(artifact: Artifact): Disclosure | null {
  if (artifact.type !== "table") return null;
  const sizes = artifact.columns
    .filter(({ name }) => name === "n" || name === "events")
    .flatMap((column) => (column.type === "text" ? [] : Array.from(column.values, Number).filter((size) => size > 0)));
  return { identifying: [], behind: { of: "groups", sizes, statistics: ["count", "median", "mean"] } };
}
