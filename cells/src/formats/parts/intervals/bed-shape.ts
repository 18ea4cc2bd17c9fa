// Whether the first rows of a text are places as BED has them, chromosome, start and end from 0, and which format of that family:
// the columns behind the third tell. (UCSC Genome Browser, FAQformat; GA4GH BEDv1.)

import { styleOfChromosome } from "../../../artifacts/builds.ts";
import type { FileHead } from "../../../contract/format.ts";
import { type HeadRows, headRows, shareOf } from "./head-rows.ts";

export type BedFormat = "bed" | "bedgraph" | "narrowpeak" | "broadpeak" | "gappedpeak" | "bedpe" | "bedmethyl" | "cytoband";

export interface BedShape extends HeadRows {
  /** The likeliest. */
  readonly format: BedFormat;
  /** By a track line, which says so. */
  readonly isSaid: boolean;
  /** Columns that are those of BED, from the first on. */
  readonly standard: number;
  /** The first row names the columns without the # of a remark: the name of the file says what it is. */
  readonly hasNamesRow: boolean;
}

const whole = /^\d{1,10}$/;
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const strand = /^[+.-]$/;
const list = /^\d+(?:,\d+)*,?$/;
const colour = /^(?:0|\.|\d{1,3},\d{1,3},\d{1,3})$/;
/** Sequences that are no chromosomes: scaffolds, contigs, accessions, transcripts. */
const sequenceName =
  /^(?:(?:scaffold|contig|ctg|tig|utg|unitig|chromosome|chrom|super|node|lg)[_.-]?\w*\d|[A-Z]{1,4}_?\d{5,}(?:\.\d+)?$|ENS[A-Z]{0,4}[TG]\d{6,}|(?:NM|NR|XM|XR|NC|NT|NW|NG)_\d+|HLA-|HSCHR|Un_|(?:gi|ref|gb|emb|dbj|lcl|gnl)\|)/i;

const known = new WeakMap<FileHead, BedShape | null>();

/** Null: the rows are no places, or nothing tells them from any numbers. */
export function bedShape(head: FileHead): BedShape | null {
  let found = known.get(head);
  if (found === undefined) {
    found = head.text === null ? null : shape(head);
    known.set(head, found);
  }
  return found;
}

const trackTypes: { readonly [type: string]: BedFormat } = {
  bed: "bed",
  bedgraph: "bedgraph",
  narrowpeak: "narrowpeak",
  encodepeak: "narrowpeak",
  broadpeak: "broadpeak",
  gappedpeak: "gappedpeak",
  bedmethyl: "bedmethyl",
  beddetail: "bed",
};

function shape(head: FileHead): BedShape | null {
  const whole = headRows(head);
  const isNamed = /\.(?:bed\d*|bedgraph|bdg|bg|narrowpeak|broadpeak|gappedpeak|bedmethyl)$/.test(head.name);
  // A table that merely has such columns names them; a file that is called .bed is one all the same.
  const hasNamesRow = isNames(whole.rows[0]) && !/^(?:chrom1|chr1)$/i.test(whole.rows[0]?.[0] ?? "");
  if (hasNamesRow && !(isNamed && /^#?(?:chr|chrom|chromosome|seqnames?|contig|seqid)$/i.test(whole.rows[0]?.[0] ?? "")))
    return null;
  const seen: HeadRows = hasNamesRow ? { ...whole, names: whole.rows[0] ?? null, rows: whole.rows.slice(1) } : whole;
  const { rows, track, names } = seen;
  const said = track?.get("type")?.toLowerCase();
  if (said?.startsWith("wiggle") && !rows.every((row) => row.length === 4 && isPlace(row))) return null;
  const type = said === undefined ? null : (trackTypes[said] ?? null);
  const standard = standardColumns(rows);
  if (track && rows.length === 0) return { ...seen, format: type ?? "bed", isSaid: true, standard: 3, hasNamesRow };
  const paired = pairsOf(head, seen);
  if (paired) return { ...seen, format: "bedpe", isSaid: paired === "said", standard: 0, hasNamesRow };
  const places = shareOf(rows, isPlace);
  if (rows.length === 0 || places < (track || isNamed ? 0.5 : rows.length < 10 ? 0.6 : 0.9)) return null;
  // A line of names behind # that names no chromosome is another program's.
  if (names && !/^(?:chr|chrom|chromosome|seqnames?|contig|seqid)$/i.test(names[0] ?? "")) return null;
  if (!track && !isNamed && !names && !areSequences(rows)) return null;
  if (!isNamed && !track && isOther(rows)) return null;
  const format = type !== null && type !== "bed" ? type : formatOf(head, rows, standard);
  return { ...seen, format, isSaid: type !== null, standard, hasNamesRow };
}

/** Words where numbers stand in the rows. */
const isNames = (row: readonly string[] | undefined): boolean =>
  row !== undefined &&
  row.length >= 3 &&
  row.slice(0, 3).every((cell) => /^#?[A-Za-z_][\w. -]*$/.test(cell.trim()) && !whole.test(cell));

/** [start, end) from 0. */
const isPlace = (row: readonly string[]): boolean =>
  row.length >= 3 && row[0] !== "" && whole.test(row[1] ?? "") && whole.test(row[2] ?? "") && Number(row[1]) <= Number(row[2]);

/** Names that are those of sequences; bare numbers are where the places of each come in order, as no other numbers do. */
function areSequences(rows: readonly (readonly string[])[]): boolean {
  const isSequence = ([name = ""]: readonly string[]): boolean => {
    const style = styleOfChromosome(name);
    return style === "chr" || style === "accession" || sequenceName.test(name);
  };
  if (shareOf(rows, isSequence) >= 0.8) return true;
  if (shareOf(rows, ([name = ""]) => styleOfChromosome(name) !== null) < 0.8) return false;
  const hasStrand = (rows[0]?.length ?? 0) >= 6 && shareOf(rows, (row) => strand.test(row[5] ?? "")) === 1;
  const isLarge = shareOf(rows, (row) => Number(row[2]) > 1000) > 0.5;
  const inOrder = rows.every((row, at) => {
    const before = rows[at - 1];
    return !before || before[0] !== row[0] || Number(before[1]) <= Number(row[1]);
  });
  return isLarge && (hasStrand || (inOrder && rows.length >= 3));
}

/** What has a name, two whole numbers and more, and is no BED: coverage of Bismark, junctions of STAR, an index of FASTA. */
function isOther(rows: readonly (readonly string[])[]): boolean {
  const all = (is: (row: readonly string[]) => boolean): boolean => rows.every(is);
  return (
    isBismarkCoverage(rows) ||
    all(
      (row) =>
        row.length === 9 && row.every((cell, at) => at === 0 || whole.test(cell)) && Number(row[3]) <= 2 && Number(row[4]) <= 6,
    ) ||
    all((row) => row.length === 5 && whole.test(row[3] ?? "") && [1, 2].includes(Number(row[4]) - Number(row[3]))) ||
    all((row) => row.length >= 5 && /^[+-]$/.test(row[3] ?? ""))
  );
}

/** Chromosome, position twice, percent, methylated, unmethylated. */
export const isBismarkCoverage = (rows: readonly (readonly string[])[]): boolean =>
  rows.length > 0 &&
  rows.every((row) => {
    if (row.length !== 6 || row[1] !== row[2] || !row.slice(1).every((cell) => number.test(cell))) return false;
    const [, , , percent, methylated, unmethylated] = row.map(Number) as [number, number, number, number, number, number];
    const of = methylated + unmethylated;
    return of > 0 && Math.abs((100 * methylated) / of - percent) < 0.01;
  });

const fits: readonly ((row: readonly string[]) => boolean)[] = [
  () => true,
  () => true,
  () => true,
  () => true,
  (row) => number.test(row[4] ?? "") || row[4] === ".",
  (row) => strand.test(row[5] ?? ""),
  (row) => whole.test(row[6] ?? "") && Number(row[6]) >= Number(row[1]) && Number(row[6]) <= Number(row[2]),
  (row) => whole.test(row[7] ?? "") && Number(row[7]) >= Number(row[6]) && Number(row[7]) <= Number(row[2]),
  (row) => colour.test(row[8] ?? ""),
  (row) => whole.test(row[9] ?? ""),
  (row) => list.test(row[10] ?? ""),
  (row) => list.test(row[11] ?? ""),
];

/** How many of the first columns are those of BED. */
function standardColumns(rows: readonly (readonly string[])[]): number {
  const width = rows[0]?.length ?? 0;
  let standard = 0;
  while (standard < Math.min(width, fits.length)) {
    const is = fits[standard];
    if (is && shareOf(rows, is) < 0.5) break;
    standard++;
  }
  // Thick starts come with thick ends, blocks in three columns.
  if (standard === 7) return 6;
  return standard === 10 || standard === 11 ? 9 : standard;
}

function formatOf(head: FileHead, rows: readonly (readonly string[])[], standard: number): BedFormat {
  const width = rows[0]?.length ?? 0;
  // Where the name says it, too, half of the rows may be at fault.
  const isNamed = /(?:graph|peak|methyl|bdg|bg)$/.test(head.name);
  const most = (is: (row: readonly string[]) => boolean): boolean => shareOf(rows, is) >= (isNamed ? 0.5 : 0.8);
  const isNumber = (at: number) => (row: readonly string[]) => number.test(row[at] ?? "");
  if (width === 4 && most(isNumber(3))) {
    // Of whole numbers the name tells whether they name or measure.
    const isBed = /\.bed\d*$/.test(head.name) && most((row) => whole.test(row[3] ?? ""));
    return isBed ? "bed" : "bedgraph";
  }
  if (width === 5 && most((row) => /^(?:gneg|gpos\d*|acen|gvar|stalk|n\/a)$/.test(row[4] ?? ""))) return "cytoband";
  const isPeak = width >= 9 && standard >= 6 && [6, 7, 8].every((at) => most(isNumber(at)));
  if (isPeak && width === 10 && standard < 9 && most((row) => /^-?\d+$/.test(row[9] ?? ""))) return "narrowpeak";
  if (isPeak && width === 9 && standard < 9) return "broadpeak";
  if (width === 15 && standard === 12 && [12, 13, 14].every((at) => most(isNumber(at)))) return "gappedpeak";
  const isMethyl =
    standard >= 9 &&
    (width === 11 || width === 18 || (width === 10 && most((row) => / /.test(row[9] ?? "")))) &&
    most((row) => Number(row[2]) - Number(row[1]) <= 2 && Number(row[10] ?? row[9]?.split(" ")[1] ?? Number.NaN) <= 100);
  return isMethyl ? "bedmethyl" : "bed";
}

/** Two places in a row: BEDPE of bedtools, with its line of names or that of Juicer, or by its six columns. */
function pairsOf(head: FileHead, { rows, names, remarks }: HeadRows): "said" | "seen" | null {
  const [first = []] = rows;
  if (/^(?:chrom1|chr1)$/i.test(first[0] ?? "") && /^(?:start1|x1)$/i.test(first[1] ?? "")) return "said";
  if (names && /^(?:chrom1|chr1)$/i.test(names[0] ?? "")) return "said";
  if (remarks.some((line) => /^(?:chrom1|chr1)\t/i.test(line))) return "said";
  const isPart = (name: string | undefined, start: string | undefined, end: string | undefined): boolean =>
    name !== undefined &&
    ((/^-?\d{1,10}$/.test(start ?? "") && /^-?\d{1,10}$/.test(end ?? "") && Number(start) <= Number(end) && name !== "") ||
      (name === "." && start === "-1"));
  const isPair = (row: readonly string[]): boolean =>
    row.length >= 6 &&
    isPart(row[0], row[1], row[2]) &&
    isPart(row[3], row[4], row[5]) &&
    (styleOfChromosome(row[3] ?? "") !== null || sequenceName.test(row[3] ?? "") || row[3] === ".");
  if (shareOf(rows, isPair) < 0.9) return null;
  if (head.name.endsWith(".bedpe")) return "seen";
  const isPlain = shareOf(rows, (row) => styleOfChromosome(row[3] ?? "") === "plain") > 0.5;
  return isPlain && shareOf(rows, (row) => Number(row[5]) > 1000) < 0.5 ? null : "seen";
}
