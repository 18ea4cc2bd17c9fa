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

/**
 * The gravest first; none where its format has no rules, or breaks none. Fails only when it is given up.
 * @param refusedAt the line for which it was refused, which is said already: its fault is told no second time.
 */
export async function whyRefused(
  source: ByteSource,
  name: string,
  refusedAt: number | null,
  options: Pick<CheckFileOptions, "format" | "part" | "encoding" | "inflate" | "signal">,
): Promise<readonly KindOfFinding[]> {
  const { rules, findings, isWhole, checked } = await checkFile(source, name, { ...options, mostBytes, examples: 1 });
  if (!checked) return [];
  const told = rules.filter(({ severity, rule }) => severity !== "note" && !rule.startsWith("file-"));
  const kinds = told.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count);
  const firstOf = ({ rule, severity }: (typeof kinds)[number]) =>
    findings.find((finding) => finding.rule === rule && finding.severity === severity);
  // Where that line breaks several rules, nothing says which of them the refusal is about: each is told.
  const there = kinds.filter((kind) => kind.severity === "error" && refusedAt !== null && firstOf(kind)?.line === refusedAt);
  const said = there.length === 1 ? there[0] : undefined;
  const more = kinds.filter((kind) => kind !== said || kind.count > 1);
  return more.slice(0, mostKinds).map((kind): KindOfFinding => {
    const { rule, severity, section, count } = kind;
    const first = firstOf(kind);
    const expected: Sentence | null = first?.expected ?? null;
    const params = { rule, section, count, expected: expected === null ? "" : { ...expected } };
    const line = first?.line ?? null;
    if (kind === said)
      return { rule, severity, line: null, message: words.sentence("broken-again", { ...params, count: count - 1 }) };
    const where = line === null ? "broken" : isWhole ? "broken-line" : "broken-line-part";
    return { rule, severity, line, message: words.sentence(where, line === null ? params : { ...params, line: String(line) }) };
  });
}
