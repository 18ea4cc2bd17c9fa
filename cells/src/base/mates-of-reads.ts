// Which files of reads are the two mates of a sample, by their names alone: as sequencers write them (bcl2fastq:
// S1_L001_R1_001.fastq.gz), archives (SRA: x_1.fastq) and programs that trim (x_R1_val_1.fq.gz, x_1P.fq.gz). What the reads are
// called is looked at where they are read.

export interface Lane {
  /** Of the sequencer, and the piece of it; "" where the names say none. */
  readonly lane: string;
  /** Null: it is not there. */
  readonly first: string | null;
  readonly second: string | null;
}

export interface MatesOfSample {
  /** What the names of its files have in common, with the folder. */
  readonly stem: string;
  /** In order. */
  readonly lanes: readonly Lane[];
  /** The names say that they are mates (R1, 1P), and do not only count (x_1, x_2). */
  readonly isSaid: boolean;
}

const ending = /\.(?:fastq|fq)(?:\.(?:b?gz|bz2|xz|zstd?))?$/i;
const done = "(?:[._-](?:trim(?:med)?|paired|clean(?:ed)?|filtered|cutadapt|fastp|qc|dedup))*";
const mark = new RegExp(`^(.*?)(?:[._-]L(\\d{3}))?[._-](R?)([12])(P?)(?:_(\\d{3}))?(${done})$`, "i");
const ofTrimGalore = /[._-]val_([12])$/i;

interface MateFile {
  readonly stem: string;
  readonly lane: string;
  readonly mate: "1" | "2";
  readonly isSaid: boolean;
}

function mateOfFile(path: string): MateFile | null {
  const packed = ending.exec(path);
  if (!packed) return null;
  const name = path.slice(0, packed.index);
  const trimmed = ofTrimGalore.exec(name);
  const found = mark.exec(trimmed ? name.slice(0, trimmed.index) : name);
  const mate = trimmed?.[1] ?? found?.[4];
  if (mate !== "1" && mate !== "2") return null;
  // The same mark again stands before the one of Trim Galore.
  if (!found || found[4] !== mate) return trimmed ? { stem: name.slice(0, trimmed.index), lane: "", mate, isSaid: true } : null;
  const [, stem = "", lane, r, , p, piece, more = ""] = found;
  return {
    stem: `${stem}${more}`,
    lane: [lane === undefined ? "" : `L${lane}`, piece ?? ""].filter((part) => part !== "").join("_"),
    mate,
    isSaid: trimmed !== null || r !== "" || p !== "",
  };
}

/** Each sample that has both mates; files of reads that are no mates are in none. */
export function matesOfSamples(names: readonly string[]): readonly MatesOfSample[] {
  const samples = new Map<
    string,
    { isSaid: boolean; isTwice: boolean; readonly lanes: Map<string, { first: string | null; second: string | null }> }
  >();
  for (const name of names) {
    const found = mateOfFile(name);
    if (!found) continue;
    const sample = samples.get(found.stem) ?? { isSaid: true, isTwice: false, lanes: new Map() };
    const lane = sample.lanes.get(found.lane) ?? { first: null, second: null };
    const which = found.mate === "1" ? "first" : "second";
    // Two files of one mark (x_R1.fastq beside x_R1.fastq.gz): which is meant nobody can tell.
    sample.isTwice ||= lane[which] !== null;
    lane[which] = name;
    sample.isSaid &&= found.isSaid;
    sample.lanes.set(found.lane, lane);
    samples.set(found.stem, sample);
  }
  return [...samples].flatMap(([stem, { isSaid, isTwice, lanes }]) => {
    const ordered = [...lanes].map(([lane, of]): Lane => ({ lane, ...of })).sort((a, b) => (a.lane < b.lane ? -1 : 1));
    const hasBoth = ordered.some(({ first }) => first !== null) && ordered.some(({ second }) => second !== null);
    // x_1, x_2, x_3 are three of something.
    const isCounted = !isSaid && names.some((name) => isNumbered(name, stem));
    return hasBoth && !isCounted && !isTwice ? [{ stem, lanes: ordered, isSaid }] : [];
  });
}

function isNumbered(name: string, stem: string): boolean {
  if (!ending.test(name) || !name.startsWith(stem)) return false;
  const number = /^[._-](\d{1,3})(?:[._-]|$)/.exec(name.replace(ending, "").slice(stem.length))?.[1];
  return number !== undefined && number !== "1" && number !== "2";
}

/** Its files, lane by lane. */
export const filesOfMates = ({ lanes }: MatesOfSample): readonly string[] =>
  lanes.flatMap(({ first, second }) => [first, second].filter((name) => name !== null));
