// What lies along a place of a bigWig or bigBed, in bins: out of the zoom level whose records are at most half as long as a bin
// (as UCSC's bigWigSummary and libBigWig choose it; Kent et al. 2010, supplement, "zoom data"), of small bins out of the values.

import type { Along, Place, ReadAlong } from "../../../contract/format.ts";
import { openBbi } from "./open.ts";
import { words } from "./words.ts";

export interface Stretches {
  /** Stretches of one value in a section, those of one sequence. */
  readonly stretches: (
    section: DataView,
    id: number,
    isLittle: boolean,
    name: string,
  ) => Iterable<{ readonly start: number; readonly end: number; readonly value: number }>;
  /** Where nothing stands there is nothing (bigBed: how many rows lie there); else it is not known (bigWig). */
  readonly areGapsZero: boolean;
}

/** Sequence, start, end, bases with a value, least, most, sum, sum of squares: each of 4 bytes. */
const zoomRecord = 32;

export const alongBbi =
  ({ stretches, areGapsZero }: Stretches): ReadAlong =>
  async ({ artifact, bytes, place, bins: wanted, signal, progress }) => {
    const name = artifact.part ?? artifact.file.name;
    const file = await openBbi(bytes.file, name, signal);
    const id = file.contigs.find((contig) => contig.name === place.contig)?.id ?? -1;
    const sums = new SumsInBins(place, wanted);
    const level = levelFor(file.zooms, sums.bin);
    const sections = level === null ? file.sections(id, place.start, place.end) : file.zoomed(level, id, place.start, place.end);
    for await (const { view, nth, of } of sections) {
      progress?.(nth / of);
      if (level === null)
        for (const { start, end, value } of stretches(view, id, file.isLittle, name))
          sums.add(start, end, { bases: end - start, sum: value * (end - start), min: value, max: value });
      else
        for (let at = 0; at < view.byteLength; at += zoomRecord) {
          if (at + zoomRecord > view.byteLength)
            words.fail("broken", { name, what: { ...words.sentence("what-section", { byte: 0 }) } });
          const u32 = (field: number): number => view.getUint32(at + field * 4, file.isLittle);
          const f32 = (field: number): number => view.getFloat32(at + field * 4, file.isLittle);
          if (u32(0) === id) sums.add(u32(1), u32(2), { bases: u32(3), min: f32(4), max: f32(5), sum: f32(6) });
        }
    }
    return sums.along(areGapsZero);
  };

/** The coarsest that is fine enough; null: none is. */
function levelFor(zooms: readonly number[], bin: number): number | null {
  let best: number | null = null;
  for (const [level, bases] of zooms.entries())
    if (bases <= bin / 2 && (best === null || bases > (zooms[best] as number))) best = level;
  return best;
}

interface Summed {
  /** With a value. */
  readonly bases: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

/** What is summed up is given to each bin by the share of it that lies there. */
class SumsInBins {
  readonly bin: number;
  private readonly place: Place;
  private readonly bases: Float64Array;
  private readonly sums: Float64Array;
  private readonly least: Float64Array;
  private readonly most: Float64Array;

  constructor(place: Place, bins: number) {
    const length = Math.max(1, place.end - place.start);
    this.place = place;
    this.bin = Math.ceil(length / bins);
    const count = Math.ceil(length / this.bin);
    this.bases = new Float64Array(count);
    this.sums = new Float64Array(count);
    this.least = new Float64Array(count).fill(Number.NaN);
    this.most = new Float64Array(count).fill(Number.NaN);
  }

  add(start: number, end: number, { bases, sum, min, max }: Summed): void {
    const { bin, place } = this;
    const length = end - start;
    if (!(length > 0 && bases > 0) || !Number.isFinite(sum)) return;
    let from = Math.max(start, place.start) - place.start;
    const to = Math.min(end, place.end) - place.start;
    for (let at = Math.floor(from / bin); from < to; at++) {
      const next = Math.min(to, (at + 1) * bin);
      const share = (next - from) / length;
      this.bases[at] = (this.bases[at] as number) + bases * share;
      this.sums[at] = (this.sums[at] as number) + sum * share;
      // Of nothing so far NaN, which no number is below or above.
      if (!((this.least[at] as number) <= min)) this.least[at] = min;
      if (!((this.most[at] as number) >= max)) this.most[at] = max;
      from = next;
    }
  }

  along(areGapsZero: boolean): Along {
    const { bin, place } = this;
    const mean = this.sums.map((sum, at) => {
      const length = Math.min(place.end - place.start, (at + 1) * bin) - at * bin;
      return areGapsZero ? sum / length : sum / (this.bases[at] as number);
    });
    return { bin, mean, min: areGapsZero ? null : this.least, max: areGapsZero ? null : this.most };
  }
}
