// The scale of a matrix is known, and obeyed: what takes reads, or a logarithm, is refused on what holds logarithms or
// z-scores already. Numbers of which nothing is known are taken as they are; where they look like logarithms it is said.

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
    if (reason !== "scale-log" && looksLikeLogs(assay)) scope.say(words.sentence("like-logs", { step: scope.index + 1 }));
    return;
  }
  refuse(scope, words, reason, { scale }, [], { fix: { path: ["steps", scope.index, "off"], value: true } });
}

/** Fewer tell nothing. */
const fewest = 20;
/** No logarithm of reads reaches it (GEO2R's rule). */
const largestLog = 100;

/**
 * Nothing is known of them, most are not whole, and none is large. Expected counts (RSEM, salmon) are not whole either, and some of
 * them are large; of a few numbers nothing is told.
 */
function looksLikeLogs({ scale, values: { data } }: Assay): boolean {
  if (scale !== "unknown" || data.length < fewest) return false;
  let [present, parted] = [0, 0];
  for (let at = 0; at < data.length; at++) {
    const value = data[at] as number;
    if (value !== value) continue;
    if (value >= largestLog) return false;
    if (value === 0) continue;
    present++;
    if (value !== Math.floor(value)) parted++;
  }
  return present > 0 && parted > present / 2;
}
