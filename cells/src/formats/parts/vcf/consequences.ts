// What programs that annotate variants write into one field of INFO (CSQ of Ensembl's VEP, ANN of SnpEff, BCSQ of bcftools csq,
// vep of gnomAD), as columns: of each site the entry of its allele with the most severe consequence, the first of several.
// The names of their parts stand in the header: "Format: Allele|Consequence|…", "'Allele | Annotation | …'".

import type { Column, TextColumn } from "../../../artifacts/artifact.ts";
import type { Room } from "../delimited/grown-arrays.ts";
import { TextCells, NumberCells } from "./cells.ts";
import { numberOfText } from "../delimited/number-text.ts";
import type { Field } from "./header.ts";
import { wholeNumber } from "./number-bytes.ts";

const known = ["CSQ", "ANN", "BCSQ", "vep", "VEP", "CSQT"];

/** Names of the parts; null: it is no such field, or its header does not say. */
export function partsOf({ id, description }: Field): readonly string[] | null {
  if (!known.includes(id)) return null;
  const format = /Format:\s*['"]?([^'"]*)/.exec(description)?.[1] ?? /'([^']*\|[^']*)'/.exec(description)?.[1];
  if (format === undefined || !format.includes("|")) return null;
  return format.split("|").map((name) =>
    name
      .trim()
      .replace(/[^\w.]+/g, "_")
      .replace(/^_+|_+$/g, ""),
  );
}

/** From the most severe one on (Ensembl Variation, "Calculated consequences"); programs' own names beside those that mean the same. */
const bySeverity = [
  "transcript_ablation",
  "splice_acceptor_variant",
  "splice_acceptor",
  "splice_donor_variant",
  "splice_donor",
  "stop_gained",
  "frameshift_variant",
  "frameshift",
  "stop_lost",
  "start_lost",
  "transcript_amplification",
  "feature_elongation",
  "feature_truncation",
  "inframe_insertion",
  "conservative_inframe_insertion",
  "disruptive_inframe_insertion",
  "inframe_deletion",
  "conservative_inframe_deletion",
  "disruptive_inframe_deletion",
  "missense_variant",
  "missense",
  "inframe_altering",
  "protein_altering_variant",
  "splice_donor_5th_base_variant",
  "splice_region_variant",
  "splice_region",
  "splice_donor_region_variant",
  "splice_polypyrimidine_tract_variant",
  "incomplete_terminal_codon_variant",
  "start_retained_variant",
  "start_retained",
  "stop_retained_variant",
  "stop_retained",
  "synonymous_variant",
  "synonymous",
  "coding_sequence_variant",
  "coding_sequence",
  "mature_miRNA_variant",
  "5_prime_UTR_premature_start_codon_gain_variant",
  "5_prime_UTR_variant",
  "5_prime_utr",
  "3_prime_UTR_variant",
  "3_prime_utr",
  "non_coding_transcript_exon_variant",
  "intron_variant",
  "intron",
  "NMD_transcript_variant",
  "non_coding_transcript_variant",
  "non_coding",
  "coding_transcript_variant",
  "upstream_gene_variant",
  "downstream_gene_variant",
  "TFBS_ablation",
  "TFBS_amplification",
  "TF_binding_site_variant",
  "regulatory_region_ablation",
  "regulatory_region_amplification",
  "regulatory_region_variant",
  "intergenic_region",
  "intergenic_variant",
  "intergenic",
  "sequence_variant",
];
const rankOf = new Map(bySeverity.map((term, rank) => [term, rank]));
const impacts = ["HIGH", "MODERATE", "LOW", "MODIFIER"];
const bar = 124;
const comma = 44;
const decoder = new TextDecoder();

/** The allele as VEP names it: what all alleles begin with is taken off where their lengths differ. */
function vepNames(ref: string, alts: readonly string[]): readonly string[] {
  const all = [ref, ...alts].filter((allele) => /^[A-Za-z]+$/.test(allele));
  const isTrimmed = all.some(({ length }) => length !== ref.length) && all.every((allele) => allele[0] === ref[0]);
  return alts.map((alt) => (/^[A-Za-z]+$/.test(alt) && isTrimmed ? alt.slice(1) || "-" : alt));
}

export class ConsequenceColumns {
  private readonly field: Field;
  private readonly names: readonly string[];
  private readonly cells: readonly TextCells[];
  private readonly entries: NumberCells;
  private readonly ranks = new Map<string, number>();
  private readonly at: {
    readonly allele: number;
    readonly number: number;
    readonly consequence: number;
    readonly impact: number;
  };
  private readonly starts: Int32Array;
  /** Sites of several entries. */
  several = 0;

  constructor(field: Field, names: readonly string[], room: Room) {
    this.field = field;
    this.entries = new NumberCells(true, room);
    this.names = names;
    this.cells = names.map(() => new TextCells(room));
    this.starts = new Int32Array(names.length + 1);
    const find = (...wanted: readonly string[]): number => names.findIndex((name) => wanted.includes(name.toLowerCase()));
    this.at = {
      allele: find("allele"),
      number: find("allele_num"),
      consequence: find("consequence", "annotation"),
      impact: find("impact", "annotation_impact"),
    };
  }

  /** Of a record's field in [start, end): for the row of each of its alternatives (from 1, as it names them). */
  put(
    bytes: Uint8Array,
    start: number,
    end: number,
    record: {
      readonly ref: string;
      readonly alts: readonly string[];
      readonly rows: readonly { readonly row: number; readonly alt: number }[];
    },
  ): void {
    const { ref, alts, rows } = record;
    const vep = alts.length > 1 && this.at.number < 0 ? vepNames(ref, alts) : [];
    for (const { row, alt } of rows) {
      let best = -1;
      let bestRank = Number.POSITIVE_INFINITY;
      let bestEnd = -1;
      let own = 0;
      let all = 0;
      // Alternatives of which no entry tells its own are given the most severe of all.
      for (const isOwn of alts.length > 1 ? [true, false] : [false]) {
        if (best >= 0) break;
        for (let from = start; from <= end; ) {
          let to = bytes.indexOf(comma, from);
          if (to < 0 || to > end) to = end;
          if (!isOwn) all++;
          if (!isOwn || this.isOf(bytes, from, to, alt, alts, vep)) {
            if (isOwn) own++;
            const rank = this.severity(bytes, from, to);
            if (rank < bestRank) [best, bestEnd, bestRank] = [from, to, rank];
          }
          from = to + 1;
        }
      }
      if (best < 0) continue;
      const count = own > 0 ? own : all;
      if (count > 1) this.several++;
      this.entries.set(row, count);
      this.keep(bytes, best, bestEnd, row);
    }
  }

  private split(bytes: Uint8Array, start: number, end: number): void {
    const { starts } = this;
    let part = 0;
    starts[part++] = start;
    for (let at = start; at < end && part < starts.length; at++) if (bytes[at] === bar) starts[part++] = at + 1;
    while (part < starts.length) starts[part++] = end + 1;
  }

  private part(bytes: Uint8Array, at: number, end: number): string {
    const from = this.starts[at] as number;
    const to = Math.min((this.starts[at + 1] as number) - 1, end);
    return from >= to ? "" : decoder.decode(bytes.subarray(from, to));
  }

  private isOf(
    bytes: Uint8Array,
    start: number,
    end: number,
    alt: number,
    alts: readonly string[],
    vep: readonly string[],
  ): boolean {
    this.split(bytes, start, end);
    if (this.at.number >= 0) {
      const from = this.starts[this.at.number] as number;
      return wholeNumber(bytes, from, (this.starts[this.at.number + 1] as number) - 1) === alt;
    }
    if (this.at.allele < 0) return true;
    const allele = this.part(bytes, this.at.allele, end);
    return allele === alts[alt - 1] || allele === vep[alt - 1];
  }

  private severity(bytes: Uint8Array, start: number, end: number): number {
    this.split(bytes, start, end);
    const impact = this.at.impact < 0 ? 0 : impacts.indexOf(this.part(bytes, this.at.impact, end));
    const text = this.at.consequence < 0 ? "" : this.part(bytes, this.at.consequence, end);
    let rank = this.ranks.get(text);
    if (rank === undefined) {
      const rankIn = (term: string): number => rankOf.get(term.replace(/^\*/, "")) ?? bySeverity.length;
      rank = text.split("&").reduce((least, term) => Math.min(least, rankIn(term)), Number.POSITIVE_INFINITY);
      if (this.ranks.size < 10_000) this.ranks.set(text, rank);
    }
    return (impact < 0 ? impacts.length : impact) * 100 + rank;
  }

  private keep(bytes: Uint8Array, start: number, end: number, row: number): void {
    this.split(bytes, start, end);
    this.cells.forEach((cells, at) => {
      const from = this.starts[at] as number;
      const to = Math.min((this.starts[at + 1] as number) - 1, end);
      if (from < to) cells.put(row, bytes, from, to);
    });
  }

  /** Columns without any value are left out. */
  columns(rows: number, lineOf: (row: number) => number): readonly Column[] {
    if (this.entries.isEmpty) return [];
    const { id } = this.field;
    return [
      this.entries.column(`${id}_entries`, rows, { semantic: "count" }),
      ...this.cells.flatMap((cells, at): readonly Column[] => {
        if (cells.isEmpty) return [];
        const name = this.names[at] as string;
        const isGene = /^(?:symbol|gene|gene_name|gene_id)$/i.test(name);
        return [asNumbers(cells.column(`${id}_${name}`, rows, lineOf, isGene ? { semantic: "gene" } : {}))];
      }),
    ];
  }
}

/** A column whose texts are all numbers, without loss. */
function asNumbers(column: TextColumn): Column {
  const numbers = column.dictionary.map((text) => (text === "" ? 0 : numberOfText(text)));
  if (numbers.some((number) => number === null)) return column;
  const { codes, dictionary: _, ...rest } = column;
  const values = new Float64Array(codes.length);
  for (let row = 0; row < values.length; row++) values[row] = numbers[codes[row] as number] as number;
  return values.every((value) => (value | 0) === value)
    ? { ...rest, type: "int32", values: Int32Array.from(values) }
    : { ...rest, type: "float64", values };
}
