// The cases of a format, found in its folder: a format without any fails the suite. For tests only.

import type { FormatCases } from "./describe-format.ts";

export async function casesOf(name: string): Promise<FormatCases> {
  const found: { readonly cases: FormatCases } = await import(`../formats/${name}/cases.ts`);
  return found.cases;
}
