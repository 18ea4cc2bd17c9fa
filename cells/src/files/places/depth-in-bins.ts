// How deep records cover each bin of a place or of all sequences: the mean over its bases. Memory follows from the bins,
// never from the records.

import type { Table } from "../../artifacts/artifact.ts";
import { tableOf } from "../../artifacts/table.ts";
import type { CoveredBy, Place } from "../../contract/format.ts";
import type { Contigs } from "./place-in-file.ts";

/** Unmapped, secondary, failed and duplicates: what samtools depth leaves out. */
export const flagsOfDepth = 1796;

/** Bins of one sequence: [start, end) from 0 is cut into them. */
interface Stretch {
  readonly contig: number;
  readonly start: number;
  readonly end: number;
  /** Covered bases of each bin; made when the first record comes. */
  bases: Float64Array | null;
}

const binsIn = ({ start, end }: { readonly start: number; readonly end: number }, bin: number): number =>
  Math.ceil((end - start) / bin);

export class DepthInBins implements CoveredBy {
  readonly needsTags = false;
  private readonly bin: number;
  private readonly stretches: readonly Stretch[];
  private readonly byContig: (Stretch | null)[];
  private at: Stretch | null = null;
  private readonly names: readonly string[];

  constructor(contigs: Contigs, place: Place | null, bin: number) {
    this.bin = bin;
    this.names = contigs.names;
    const of = (contig: number, start: number, end: number): Stretch => ({ contig, start, end, bases: null });
    this.stretches = place
      ? [of(contigs.names.indexOf(place.contig), place.start, place.end)]
      : contigs.names.map((_, contig) => of(contig, 0, contigs.length(contig) ?? 0));
    this.byContig = contigs.names.map((_, contig) => this.stretches.find((one) => one.contig === contig) ?? null);
  }

  get rows(): number {
    return this.stretches.reduce((all, stretch) => all + binsIn(stretch, this.bin), 0);
  }

  record({ contig }: { readonly contig: number }): boolean {
    this.at = this.byContig[contig] ?? null;
    return this.at !== null;
  }

  covers(start: number, end: number): void {
    const stretch = this.at;
    if (!stretch) return;
    const { bin } = this;
    let from = Math.max(start, stretch.start) - stretch.start;
    const to = Math.min(end, stretch.end) - stretch.start;
    if (from >= to) return;
    stretch.bases ??= new Float64Array(binsIn(stretch, bin));
    const { bases } = stretch;
    for (let at = Math.floor(from / bin); from < to; at++) {
      const next = Math.min(to, (at + 1) * bin);
      bases[at] = (bases[at] as number) + next - from;
      from = next;
    }
  }

  table(build: string | null): Table {
    const rowCount = this.rows;
    const codes = new Int32Array(rowCount);
    const starts = new Int32Array(rowCount);
    const ends = new Int32Array(rowCount);
    const depth = new Float64Array(rowCount);
    const dictionary: string[] = [];
    let row = 0;
    for (const { contig, start, end, bases } of this.stretches) {
      if (start >= end) continue;
      const code = dictionary.push(this.names[contig] ?? "") - 1;
      for (let from = start, at = 0; from < end; from += this.bin, at++, row++) {
        const to = Math.min(end, from + this.bin);
        codes[row] = code;
        starts[row] = from;
        ends[row] = to;
        depth[row] = (bases?.[at] ?? 0) / (to - from);
      }
    }
    const of = build === null ? {} : { build };
    return tableOf(
      { name: "chromosome", type: "text", semantic: "chromosome", ...of, codes, dictionary, valid: null },
      { name: "start", type: "int32", semantic: "start", origin: 0, values: starts, valid: null },
      { name: "end", type: "int32", semantic: "end", values: ends, valid: null },
      { name: "depth", type: "float64", semantic: "number", values: depth, valid: null },
    );
  }
}
