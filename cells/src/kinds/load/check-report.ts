// What a check of the loaded file found, as the report that is kept beside what was loaded (port "check").

import type { Report } from "../../artifacts/artifact.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { type CheckedFinding, type CheckOfFile, fileCheckReport } from "../../reports/file-check/report.ts";

type Numbers = Pick<CheckOfFile, "format" | "version" | "strict" | "errors" | "warnings" | "notes">;
export interface Checked extends Numbers {
  readonly rules: readonly CheckOfFile["rules"][number][];
  readonly findings: readonly (Omit<CheckedFinding, "expected"> & { readonly expected: Sentence })[];
}

export const checkReport = ({ rules, findings, ...numbers }: Checked): Report => ({
  type: "report",
  report: fileCheckReport.name,
  body: {
    state: "checked",
    ...numbers,
    rules: rules.map((rule) => ({ ...rule })),
    findings: findings.map(({ expected, ...finding }) => ({ ...finding, expected: { ...expected } })),
  },
});

export const notChecked = (state: Exclude<CheckOfFile["state"], "checked">, format: string): Report => ({
  type: "report",
  report: fileCheckReport.name,
  body: { state, format, version: null, strict: false, errors: 0, warnings: 0, notes: 0, rules: [], findings: [] },
});
