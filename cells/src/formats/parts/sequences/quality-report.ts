// The report of what reads are like (reports/read-quality), of their counts. Percentiles as FastQC takes them: the lowest quality up to
// which that share of the bases lies. Nothing of a single read stands in it.

import type { JsonObject } from "../../../base/json.ts";
import { bases, type QualitySummary } from "./quality-summary.ts";
import { percentileOf } from "./percentile-of-letters.ts";
import { readVerdicts } from "./read-verdicts.ts";
import { lettersOf, type QualityEncoding } from "./qualities.ts";

const letterStride = 128;

/** `encoding`: that of the qualities; the guess of guessQualities, or what was set. `isGuessed`: their range leaves it open. */
export function qualityReport(summary: QualitySummary, encoding: QualityEncoding, isGuessed: boolean): JsonObject {
  const { offset, title } = lettersOf[encoding];
  const groups = summary.positions.length - 1;
  const positions = Array.from({ length: groups }, (_, group) => {
    const letters = summary.qualities.subarray(group * letterStride, (group + 1) * letterStride);
    const content = summary.content.subarray(group * bases.length, (group + 1) * bases.length);
    const count = letters.reduce((sum, each) => sum + each, 0);
    const share = (base: number): number => (content[base] as number) / count;
    const percentile = (percent: number): number => percentileOf(letters, count, percent) - offset;
    return {
      from: (summary.positions[group] as number) + 1,
      to: summary.positions[group + 1] as number,
      bases: count,
      mean: letters.reduce((sum, each, letter) => sum + each * letter, 0) / count - offset,
      p10: percentile(10),
      q1: percentile(25),
      median: percentile(50),
      q3: percentile(75),
      p90: percentile(90),
      content: { a: share(0), c: share(1), g: share(2), t: share(3), n: share(4), other: share(5) },
    };
  }).filter(({ bases: count }) => count > 0);
  const filled = (counts: Float64Array): (readonly [number, number])[] =>
    [...counts].flatMap((count, at): (readonly [number, number])[] => (count > 0 ? [[at, count]] : []));
  return {
    reads: summary.reads,
    bases: summary.bases,
    emptyReads: summary.emptyReads,
    encoding: title,
    isGuessed,
    positions,
    meanQualities: filled(summary.meanQualities).map(([letter, count]) => ({ quality: letter - offset, reads: count })),
    gc: filled(summary.gc).map(([percent, count]) => ({ percent, reads: count })),
    lengths: filled(summary.lengths).map(([group, count]) => ({
      from: (summary.positions[group] as number) + 1,
      to: summary.positions[group + 1] as number,
      reads: count,
    })),
    ...(summary.modules ? { modules: readVerdicts(summary, summary.modules, offset).map((verdict) => ({ ...verdict })) } : {}),
  };
}
