// What else is wrong with a file that was refused: its first fault alone says little of whether it is cut, mixed or of another
// version. The kinds of findings by the rules of its standard with how often each, in a bounded part of the file. Of what
// stands in the file nothing is quoted: a refusal is seen by more people than the file.

import type { ByteSource } from "../base/byte-source.ts";
import type { Severity } from "../contract/check.ts";
import type { Sentence } from "../messages/sentence.ts";
import { checkFile, type CheckFileOptions } from "./check-file.ts";
import { words } from "./words.ts";

/** Unpacked: such a file is looked at again before anybody notices. */
const mostBytes = 16 * 2 ** 20;
/** Of those that are left out it is said how many. */
const mostKinds = 20;
const order: readonly Severity[] = ["error", "warning", "note"];

export interface KindOfFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly line: number | null;
  readonly message: Sentence;
}

/** The gravest first; none where its format has no rules, or breaks none. Fails only when it is given up. */
export async function whyRefused(
  source: ByteSource,
  name: string,
  options: Pick<CheckFileOptions, "format" | "part" | "encoding" | "inflate" | "signal">,
): Promise<readonly KindOfFinding[]> {
  const { rules, findings, isWhole, checked } = await checkFile(source, name, { ...options, mostBytes, examples: 1 });
  if (!checked) return [];
  const told = rules.filter(({ severity, rule }) => severity !== "note" && !rule.startsWith("file-"));
  const kinds = told.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count);
  return kinds.slice(0, mostKinds).map(({ rule, severity, section, count }): KindOfFinding => {
    const first = findings.find((finding) => finding.rule === rule && finding.severity === severity);
    const expected: Sentence | null = first?.expected ?? null;
    const params = { rule, section, count, expected: expected === null ? "" : { ...expected } };
    const line = first?.line ?? null;
    const where = line === null ? "broken" : isWhole ? "broken-line" : "broken-line-part";
    return { rule, severity, line, message: words.sentence(where, line === null ? params : { ...params, line: String(line) }) };
  });
}
