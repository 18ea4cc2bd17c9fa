// The scale of a matrix is known, and obeyed: what takes reads, or a logarithm, is refused on what holds logarithms or
// z-scores already. Numbers of which nothing is known are taken as they are.

import type { Assay } from "../../artifacts/artifact.ts";
import type { StepScope } from "../../contract/step.ts";
import { words } from "../words.ts";
import { refuse } from "./step-scope.ts";

const refused: { readonly [scale in Assay["scale"]]?: string } = {
  "log2-cpm": "log2 CPM",
  log2: "log2",
  log10: "log10",
  ln: "ln",
  "z-score": "z-scores",
};

/** `reason`: why the step means nothing there. The fix switches it off. */
export function needReads(assay: Assay, reason: "scale-log" | "scale-cpm" | "scale-filter", scope: StepScope): void {
  const scale = refused[assay.scale];
  if (scale === undefined) return;
  refuse(scope, words, reason, { scale }, [], { fix: { path: ["steps", scope.index, "off"], value: true } });
}
