// A file held to the rules of its standard (files/check-file.ts): how often each rule was broken, and the first places of each. It
// quotes what stands there.

import { z } from "zod";
import type { JsonObject } from "../../base/json.ts";
import { defineReport, type SettledDoubt } from "../../contract/report.ts";
import { reason, step } from "../issues.ts";
import { words } from "./words.ts";

const severity = z.enum(["error", "warning", "note"]);
const count = z.number().nonnegative();
const text = z.string().max(10_000);

const finding = z.object({
  rule: z.string().max(80),
  severity,
  line: count.nullable(),
  byte: count.exactOptional(),
  part: text.exactOptional(),
  field: text.nullable(),
  found: text,
  expected: reason,
  section: z.string().max(200),
  fix: z.object({ line: count, text: z.string() }).exactOptional(),
});

const schema = z.looseObject({
  /** off: chosen so. no-rules: nothing is known of the format's standard. too-large: larger than what is checked unasked. */
  state: z.enum(["checked", "off", "no-rules", "too-large"]),
  format: z.string().max(80),
  version: z.string().max(40).nullable(),
  strict: z.boolean(),
  errors: count,
  warnings: count,
  notes: count,
  rules: z
    .array(z.object({ rule: z.string().max(80), severity, section: z.string().max(200), count, step: step.exactOptional() }))
    .max(10_000),
  findings: z.array(finding).max(10_000),
});
export type CheckOfFile = z.output<typeof schema>;
export type CheckedFinding = z.output<typeof finding>;

const firstError = ({ findings }: CheckOfFile): CheckedFinding | undefined => findings.find((one) => one.severity === "error");

/** Errors alone: what is a warning may be as it should. */
function doubtOf(body: CheckOfFile): readonly SettledDoubt[] {
  const first = firstError(body);
  if (!first) return [];
  const params: JsonObject = { errors: body.errors, format: body.format, rule: first.rule, section: first.section };
  return [
    first.line === null
      ? words.sentence("broken", params)
      : words.sentence("broken-line", { ...params, line: String(first.line) }),
  ];
}

export const fileCheckReport = defineReport({
  name: "file-check",
  // Raised also when rules of a format say other things of a file than they did.
  // 2: steps that mend.
  version: 2,
  words,
  schema,
  doubts: doubtOf,
  discloses: ({ findings }) => ({
    identifying: [...new Set(findings.map(({ field }) => field ?? "#"))],
    behind: findings.length === 0 ? { of: "nobody" } : { of: "individuals" },
  }),
});
