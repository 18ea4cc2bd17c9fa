// What an output tells of individuals, as everybody asks it: its kind says it, and of a report only one of the list.

import type { Disclosure, DisclosureQuestion } from "./contract/disclosure.ts";
import { kindOf } from "./kinds.ts";
import { reportNamed } from "./reports.ts";

/** Null: nobody has said it, so it stays closed. The spec is the one that is written down; the kind's schema reads it. */
export function disclosureOf(kindName: string, { spec, ...question }: DisclosureQuestion<unknown>): Disclosure | null {
  const kind = kindOf(kindName);
  if (!kind?.outputs.some(({ name }) => name === question.port)) return null;
  const { artifact } = question;
  if (artifact.type === "report" && reportNamed(artifact.report) === null) return null;
  const parsed = kind.schema.safeParse(spec);
  return parsed.success ? kind.discloses({ ...question, spec: parsed.data }) : null;
}
