// What a chain is proposed from, as the report and the summary of the data say it.

import type { ArtifactSummary } from "../artifacts/artifact.ts";
import type { Asked, Found } from "./proposal.ts";

/** What stands in the report. */
export interface Judged {
  readonly verdicts: readonly Found[];
  readonly rules: readonly { readonly rule: string; readonly level: string | null }[];
  readonly columns: readonly { readonly says: string; readonly column: string | null }[];
}

type Chosen = Pick<Asked, "goal" | "outcome" | "judgedOutcome" | "group" | "switched">;

export function asked(
  { verdicts, rules }: Judged,
  { type, shape, columns = [], detail }: ArtifactSummary,
  chosen: Chosen,
): Asked {
  const scale = detail?.["scale"];
  return {
    ...chosen,
    verdicts,
    rules: rules.flatMap(({ rule, level }) => (level === null ? [] : [rule])),
    columns,
    columnCount: type === "table" ? (shape[1] ?? columns.length) : columns.length,
    scale: type === "table" ? null : typeof scale === "string" ? scale : "unknown",
    rowCount: type === "table" ? (shape[0] ?? 0) : 0,
    sampleCount: type === "table" ? 0 : (shape[1] ?? 0),
  };
}
