// What it tells: coefficients, tests and means are of groups of rows; residuals are of each row by itself.

import type { Artifact } from "../../artifacts/artifact.ts";
import { identifies } from "../../artifacts/semantics.ts";
import type { Disclosure } from "../../artifacts/told-of-individuals.ts";
import { isJsonObject } from "../../base/json.ts";
import type { DisclosureQuestion } from "../../contract/disclosure.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { regressionReport } from "../../reports/regression/report.ts";
import { columnsOfDesign } from "./columns-of-design.ts";

interface Asked {
  readonly design: { readonly formula: string };
}

export const discloses = disclosesByPort<Asked>({
  out: (question) => ofTable(question),
  report: ({ artifact, ...question }) => {
    const told = disclosureOfReport(regressionReport, artifact);
    return told && { ...told, identifying: named(question) };
  },
  forest: (question) => ofFigure(question),
  terms: (question) => ofTable(question),
  means: (question) => ofTable(question),
  drawn: (question) => ofFigure(question),
  comparisons: (question) => ofTable(question),
  rows: ({ artifact }) => (artifact.type === "table" ? ofRows : null),
  residuals: ({ artifact }) => (artifact.type === "figure" ? ofRows : null),
  normal: ({ artifact }) => (artifact.type === "figure" ? ofRows : null),
  influence: ({ artifact }) => (artifact.type === "figure" ? ofRows : null),
});

const ofRows: Disclosure = { identifying: [], behind: { of: "individuals" } };

/** Where a column of the design names individuals, its coefficients are read off. */
function named({ spec, columns }: Pick<DisclosureQuestion<Asked>, "spec" | "columns">): readonly string[] {
  const used = columnsOfDesign(spec.design.formula);
  return (columns ?? []).filter((column) => used.includes(column.name) && identifies(column)).map(({ name }) => name);
}

function ofFigure({ artifact, ...question }: DisclosureQuestion<Asked>): Disclosure | null {
  if (artifact.type !== "figure") return null;
  return { identifying: named(question), behind: { of: "groups", sizes: sizesOf(artifact), statistics: ["mean"] } };
}
function sizesOf(artifact: Extract<Artifact, { type: "figure" }>): readonly number[] {
  const { meta } = artifact.layout;
  const sizes = isJsonObject(meta) ? meta["sizes"] : [];
  return Array.isArray(sizes) ? sizes.flatMap((size) => (typeof size === "number" && size > 0 ? [size] : [])) : [];
}
function ofTable({ artifact, ...question }: DisclosureQuestion<Asked>): Disclosure | null {
  if (artifact.type !== "table") return null;
  const sizes = artifact.columns
    .filter(({ name, type }) => name === "n" && type === "int32")
    .flatMap((column) => (column.type === "text" ? [] : Array.from(column.values, Number).filter((size) => size > 0)));
  return { identifying: named(question), behind: { of: "groups", sizes: [...new Set(sizes)], statistics: ["count", "mean"] } };
}
