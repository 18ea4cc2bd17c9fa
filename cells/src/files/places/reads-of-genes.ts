// Reads of each gene, as featureCounts counts them by default (Liao, Smyth, Shi, Bioinformatics 2014): a read is one of a gene
// where one of its aligned stretches shares a base with a row of it; a read of several genes is ambiguous and counted for
// none. Each alignment counts by itself, mates apart.

import type { Assay } from "../../artifacts/artifact.ts";
import { integerColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CoveredBy, CoveringRecord } from "../../contract/format.ts";
import type { GeneRow, GenesOfTable } from "./genes-of-table.ts";
import type { Contigs } from "./place-in-file.ts";

export type Strand = "both" | "same" | "opposite";

export interface Tally {
  readonly counts: Float64Array;
  ambiguous: number;
  none: number;
  multiple: number;
}

/** Rows of one sequence, found by stretches of 16,384 bases. */
interface RowsOfContig {
  readonly rows: readonly GeneRow[];
  readonly byWindow: ReadonlyMap<number, readonly number[]>;
}
const windowBits = 14;

export class ReadsOfGenes implements CoveredBy {
  readonly needsTags = true;
  readonly tallies: Tally[] = [];
  private readonly genes: GenesOfTable;
  private readonly byContig: readonly (RowsOfContig | null)[];
  private readonly strand: Strand;
  private readonly withMultiple: boolean;
  private at: RowsOfContig | null = null;
  private isReverse = false;
  private tally: Tally | null = null;
  private hits: number[] = [];

  constructor(genes: GenesOfTable, contigs: Contigs, how: { readonly strand: Strand; readonly multiple: boolean }) {
    this.genes = genes;
    this.strand = how.strand;
    this.withMultiple = how.multiple;
    const rows = new Map<string, GeneRow[]>();
    for (const row of genes.rows) {
      const list = rows.get(row.contig);
      if (list) list.push(row);
      else rows.set(row.contig, [row]);
    }
    this.byContig = contigs.names.map((name) => {
      const found = rows.get(name);
      return found ? { rows: found, byWindow: windowsOf(found) } : null;
    });
  }

  record({ contig, group, isReverse, isMultiple }: CoveringRecord): boolean {
    this.end();
    const tally = this.tallyOf(group);
    if (isMultiple && !this.withMultiple) {
      tally.multiple++;
      return false;
    }
    this.tally = tally;
    this.isReverse = isReverse;
    this.at = this.byContig[contig] ?? null;
    return this.at !== null;
  }

  covers(start: number, end: number): void {
    const found = this.at;
    if (!found) return;
    for (let window = start >> windowBits; window <= (end - 1) >> windowBits; window++) {
      for (const number of found.byWindow.get(window) ?? []) {
        const row = found.rows[number] as GeneRow;
        if (row.start < end && row.end > start && this.isOfStrand(row) && !this.hits.includes(row.gene)) this.hits.push(row.gene);
      }
    }
  }

  /** Of the last read: what it touched. */
  end(): void {
    const { tally, hits } = this;
    if (!tally) return;
    if (hits.length === 1) tally.counts[hits[0] as number] = (tally.counts[hits[0] as number] as number) + 1;
    else if (hits.length === 0) tally.none++;
    else tally.ambiguous++;
    this.tally = null;
    if (hits.length > 0) this.hits = [];
  }

  /** `names`: of the samples, by the numbers that were told. */
  assay(names: readonly string[]): Assay {
    const { genes, rows, build } = this.genes;
    const samples = names.length;
    const data = new Float32Array(genes.length * samples);
    this.tallies.forEach(({ counts }, sample) => counts.forEach((count, gene) => (data[gene * samples + sample] = count)));
    const told = (of: (tally: Tally) => number) => names.map((_, at) => (this.tallies[at] ? of(this.tallies[at]) : 0));
    return {
      type: "assay",
      featureCount: genes.length,
      sampleCount: samples,
      values: { layout: "dense", data },
      features: featuresOf(genes, rows, build),
      samples: tableOf(
        textColumn("sample", names, { semantic: "sample" }),
        integerColumn("assigned", told(assignedOf), { semantic: "count" }),
        integerColumn(
          "ambiguous",
          told((tally) => tally.ambiguous),
          { semantic: "count" },
        ),
        integerColumn(
          "no gene",
          told((tally) => tally.none),
          { semantic: "count" },
        ),
        integerColumn(
          "several places",
          told((tally) => tally.multiple),
          { semantic: "count" },
        ),
      ),
      scale: "counts",
      featureNoun: "gene",
    };
  }

  private isOfStrand({ strand }: GeneRow): boolean {
    if (this.strand === "both" || strand === null) return true;
    return (strand === "-") === (this.strand === "same" ? this.isReverse : !this.isReverse);
  }

  private tallyOf(group: number): Tally {
    for (let at = this.tallies.length; at <= group; at++)
      this.tallies.push({ counts: new Float64Array(this.genes.genes.length), ambiguous: 0, none: 0, multiple: 0 });
    return this.tallies[group] as Tally;
  }
}

export const assignedOf = ({ counts }: Tally): number => counts.reduce((all, count) => all + count, 0);

function windowsOf(rows: readonly GeneRow[]): ReadonlyMap<number, readonly number[]> {
  const windows = new Map<number, number[]>();
  rows.forEach(({ start, end }, number) => {
    for (let window = start >> windowBits; window <= (end - 1) >> windowBits; window++) {
      const list = windows.get(window);
      if (list) list.push(number);
      else windows.set(window, [number]);
    }
  });
  return windows;
}

/** Of each gene its place (from its first base to its last, counted from 1), and the bases of its rows together. */
function featuresOf(genes: readonly string[], rows: readonly GeneRow[], build: string | null) {
  const own: GeneRow[][] = genes.map(() => []);
  for (const row of rows) own[row.gene]?.push(row);
  const first = own.map(([row]) => row as GeneRow);
  const onOne = own.map((list, gene) => list.filter(({ contig }) => contig === first[gene]?.contig));
  return tableOf(
    textColumn("gene", genes, { semantic: "gene" }),
    textColumn(
      "chromosome",
      first.map(({ contig }) => contig),
      { semantic: "chromosome", ...(build === null ? {} : { build }) },
    ),
    integerColumn(
      "start",
      onOne.map((list) => list.reduce((least, { start }) => Math.min(least, start + 1), Number.POSITIVE_INFINITY)),
      { semantic: "start", origin: 1 },
    ),
    integerColumn(
      "end",
      onOne.map((list) => list.reduce((most, { end }) => Math.max(most, end), 0)),
      { semantic: "end" },
    ),
    textColumn(
      "strand",
      first.map(({ strand }) => strand),
      { semantic: "strand" },
    ),
    integerColumn("length", own.map(unionLength)),
  );
}

function unionLength(rows: readonly GeneRow[]): number {
  let all = 0;
  let contig = "";
  let covered = 0;
  for (const row of rows.toSorted((a, b) => (a.contig < b.contig ? -1 : a.contig > b.contig ? 1 : a.start - b.start))) {
    if (row.contig !== contig) [contig, covered] = [row.contig, 0];
    all += Math.max(0, row.end - Math.max(row.start, covered));
    covered = Math.max(covered, row.end);
  }
  return all;
}
