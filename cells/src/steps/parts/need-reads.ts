// The scale of a matrix is known, and obeyed: what takes reads, or a logarithm, is refused on what holds logarithms or
// z-scores already. Numbers of which nothing is known are taken as they are; where they look like logarithms that is told.

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
  if (scale === undefined) {
    const most = assay.scale === "unknown" && reason !== "scale-log" ? largestOfLogs(assay) : null;
    if (most !== null) scope.say(words.sentence("perhaps-logs", { step: scope.index + 1, most: Number(most.toPrecision(3)) }));
    return;
  }
  refuse(scope, words, reason, { scale }, [], { fix: { path: ["steps", scope.index, "off"], value: true } });
}

/** Logarithms of expression lie below it, and most of them are not whole; estimated counts reach thousands. */
const aboveLogs = 30;

function largestOfLogs({ values: { data } }: Assay): number | null {
  let [largest, parts, n] = [Number.NEGATIVE_INFINITY, 0, 0];
  for (let at = 0; at < data.length; at++) {
    const value = data[at] as number;
    // Of a matrix with few values the others are 0.
    if (value === 0 || value !== value) continue;
    if (value > aboveLogs) return null;
    n++;
    if (value > largest) largest = value;
    if (!Number.isInteger(value)) parts++;
  }
  return 2 * parts > n ? largest : null;
}
