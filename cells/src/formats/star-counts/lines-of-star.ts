// What tells STAR's counts: what no gene got stands in the first four lines.

import type { FileHead, Sniffed } from "../../contract/format.ts";
import { words } from "../parts/quantified/words.ts";

export const unassigned = ["N_unmapped", "N_multimapping", "N_noFeature", "N_ambiguous"] as const;

export function sniffStar({ text }: FileHead): Sniffed | null {
  const first = (text ?? "").slice(0, 2000).split(/\r?\n/);
  const isStar = unassigned.every((name, at) => new RegExp(`^${name}(?:\\t\\d+){3}$`).test(first[at] ?? ""));
  return isStar ? { confidence: 1, why: words.key("why-rows"), params: { program: "STAR", rows: [...unassigned] } } : null;
}
