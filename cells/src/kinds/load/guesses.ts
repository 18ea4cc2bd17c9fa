// What was guessed of a file and what is doubtful in it, as it is kept beside what was loaded: shown with the cell, whoever made
// the result and whenever.

import type { Report } from "../../artifacts/artifact.ts";
import { canonicalJson } from "../../base/canonical-json.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { Fix, Issue } from "../../contract/format.ts";
import { bodyOf } from "../../contract/report.ts";
import { readingReport } from "../../reports/reading/report.ts";
import type { ColumnRead } from "./columns-said.ts";
import { load } from "./spec.ts";

/** What is to be told of more than that stands in the log. */
const mostFindings = 50;

export interface Finding extends Pick<Issue, "rule" | "message"> {
  readonly fix?: Fix | undefined;
  readonly step?: JsonObject | undefined;
}

/** Which samples of a file a matrix has (reports/reading/report.ts). */
export type SamplesRead = "all" | "some" | "doubtful";

/** What is doubtful first, and of that what a click makes otherwise; then plain guesses. Notes without a click stand in the log alone. */
export function readingOf(
  issues: readonly Issue[],
  spec: JsonObject,
  samples: SamplesRead | null,
  columns: readonly ColumnRead[],
): Report {
  const told = issues.filter((issue) => issue.severity !== "note" || hasClick(issue));
  const rank = (issue: Issue): number => (issue.severity === "note" ? 2 : hasClick(issue) ? 0 : 1);
  const findings = told
    .filter((issue) => isOpen(issue, spec))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, mostFindings)
    .map((finding) => ({ ...finding, message: { ...finding.message } }));
  return { type: "report", report: readingReport.name, body: { findings, columns, ...(samples === null ? {} : { samples }) } };
}

const hasClick = ({ fix, step }: Issue): boolean => fix !== undefined || step !== undefined;

/** What a kept report says. */
export const readingIn = (report: Json | undefined) =>
  (report === undefined ? null : bodyOf(readingReport, report)) ?? { findings: [] };

/** What a kept report still tells of the cell as it is set now. */
export function openFindings(report: Json | undefined, spec: JsonObject): readonly Finding[] {
  return readingIn(report).findings.filter((finding) => isOpen(finding, spec));
}

/** What a chosen setting did, which stays said as long as it is chosen. */
const asChosen: { readonly [rule: string]: Json } = { "rows-left-out": "leave-out-of-tables" };

/** A setting that somebody gave is no guess any more. */
function isOpen({ rule, fix }: Pick<Finding, "rule" | "fix">, spec: JsonObject): boolean {
  const [field] = fix?.path ?? [];
  if (field === undefined) return true;
  if (asChosen[rule] !== undefined) return spec[field] === asChosen[rule];
  const usual = (load.empty as JsonObject)[field] ?? null;
  return canonicalJson(spec[field] ?? null) === canonicalJson(usual);
}
