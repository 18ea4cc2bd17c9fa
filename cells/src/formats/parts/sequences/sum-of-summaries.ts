// What the reads of two files of mates are like together, of what those of each are like.

import { bases, type QualitySummary } from "./quality-summary.ts";

export function sumOfSummaries(one: QualitySummary, two: QualitySummary): QualitySummary {
  // Groups of positions are the same in every file, and longer reads have more of them.
  const { positions } = one.positions.length >= two.positions.length ? one : two;
  const groups = positions.length - 1;
  const letterStride = one.meanQualities.length;
  const leasts = [one.least, two.least].filter((letter) => letter > 0);
  return {
    reads: one.reads + two.reads,
    bases: one.bases + two.bases,
    emptyReads: one.emptyReads + two.emptyReads,
    positions,
    qualities: sum(groups * letterStride, one.qualities, two.qualities),
    content: sum(groups * bases.length, one.content, two.content),
    meanQualities: sum(letterStride, one.meanQualities, two.meanQualities),
    gc: sum(one.gc.length, one.gc, two.gc),
    lengths: sum(groups, one.lengths, two.lengths),
    least: leasts.length === 0 ? 0 : Math.min(...leasts),
    most: Math.max(one.most, two.most),
    modules: null,
  };
}

const sum = (length: number, one: Float64Array, two: Float64Array): Float64Array =>
  Float64Array.from({ length }, (_, at) => (one[at] ?? 0) + (two[at] ?? 0));
