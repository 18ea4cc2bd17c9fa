// What a checker finds in bytes or a text, for its tests: [rule, line, field], or whole findings.

import type { Finding } from "../contract/check.ts";
import type { Checker } from "../contract/format.ts";
import { sentenceIn } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { bytesAsSource } from "./bytes-as-source.ts";

/** Each finding is of a rule of the list, and its rule can be said of it in every language. */
export async function findingsIn(
  { check, rules }: Checker,
  content: string | Uint8Array,
  { version = null, name = "x" }: { readonly version?: string | null; readonly name?: string } = {},
): Promise<readonly Finding[]> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const source = bytesAsSource(bytes);
  const findings: Finding[] = [];
  await check({
    source,
    parts: null,
    at: null,
    beside: null,
    name,
    version,
    open: () => source.stream(),
    bytes: async () => bytes,
    fraction: () => null,
    report: (finding) => void findings.push(finding),
  });
  for (const { rule, params = {} } of findings) {
    const known = rules[rule];
    if (!known) throw new Error(`${rule} is not in the list of rules`);
    for (const locale of locales) {
      const said = sentenceIn({ key: known.expected, params }, locale);
      if (said === known.expected || /\{\w+[}|]|undefined|\[object|^\s*$/.test(said)) throw new Error(`${rule} says: ${said}`);
    }
  }
  return findings;
}

export const placesFound = async (checker: Checker, content: string | Uint8Array) =>
  (await findingsIn(checker, content)).map(({ rule, line, field }) => [rule, line, field] as const);
