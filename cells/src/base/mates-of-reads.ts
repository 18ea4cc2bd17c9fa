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
const done = "(?:[._-](?:trim(?:med)?|paired|clean(?:ed)?|filtered|cutadapt|fastp|qc|dedup|repaired))*";
const marked = (mate: string): RegExp =>
  new RegExp(`^(?<stem>.*?)(?:[._-]L(?<lane>\\d{3}))?[._-]${mate}(?:_(?<piece>\\d{3}))?(?<more>${done})$`, "i");
/** By numbers, or by letters and words (x_F, x_R); a file of one way is no mate of one of the other. */
const ways = [marked("(?<said>R|read|pair)?(?<mate>[12])(?<pair>P?)"), marked("(?<said>fwd|forward|rev|reverse|[FR])")] as const;
const ofTrimGalore = /[._-]val_([12])$/i;

interface MateFile {
  readonly stem: string;
  readonly way: number;
  readonly lane: string;
  readonly mate: "1" | "2";
  readonly isSaid: boolean;
}

function mateOfFile(path: string): MateFile | null {
  const packed = ending.exec(path);
  if (!packed) return null;
  const name = path.slice(0, packed.index);
  const trimmed = ofTrimGalore.exec(name);
  const ofTool = trimmed?.[1] === "1" || trimmed?.[1] === "2" ? trimmed[1] : null;
  for (const [way, mark] of ways.entries()) {
    const groups = mark.exec(trimmed ? name.slice(0, trimmed.index) : name)?.groups;
    if (!groups) continue;
    const { stem = "", lane, said = "", piece, more = "", pair = "" } = groups;
    const mate = (groups["mate"] ?? (/^f/i.test(said) ? "1" : "2")) === "1" ? "1" : "2";
    // The same mark again stands before the one of Trim Galore.
    if (ofTool !== null && mate !== ofTool) break;
    return {
      stem: `${stem}${more}`,
      way,
      lane: [lane === undefined ? "" : `L${lane}`, piece ?? ""].filter((part) => part !== "").join("_"),
      mate,
      isSaid: ofTool !== null || pair !== "" || (way === 0 ? said !== "" : said.length > 1),
    };
  }
  return trimmed && ofTool !== null ? { stem: name.slice(0, trimmed.index), way: 0, lane: "", mate: ofTool, isSaid: true } : null;
}

/** Each sample that has both mates; files of reads that are no mates are in none. */
export function matesOfSamples(names: readonly string[]): readonly MatesOfSample[] {
  const samples = new Map<
    string,
    {
      readonly stem: string;
      isSaid: boolean;
      isTwice: boolean;
      readonly lanes: Map<string, { first: string | null; second: string | null }>;
    }
  >();
  for (const name of names) {
    const found = mateOfFile(name);
    if (!found) continue;
    const key = `${found.way} ${found.stem}`;
    const sample = samples.get(key) ?? { stem: found.stem, isSaid: true, isTwice: false, lanes: new Map() };
    const lane = sample.lanes.get(found.lane) ?? { first: null, second: null };
    const which = found.mate === "1" ? "first" : "second";
    // Two files of one mark (x_R1.fastq beside x_R1.fastq.gz): which is meant nobody can tell.
    sample.isTwice ||= lane[which] !== null;
    lane[which] = name;
    sample.isSaid &&= found.isSaid;
    sample.lanes.set(found.lane, lane);
    samples.set(key, sample);
  }
  return [...samples.values()].flatMap(({ stem, isSaid, isTwice, lanes }) => {
    const ordered = [...lanes].map(([lane, of]): Lane => ({ lane, ...of })).sort((a, b) => (a.lane < b.lane ? -1 : 1));
    const hasBoth = ordered.some(({ first }) => first !== null) && ordered.some(({ second }) => second !== null);
    // x_1, x_2, x_3 are three of something; beside R3 the second of R1, R2 and R3 is mostly a barcode (ATAC of 10x Genomics).
    const isCounted = names.some((name) => isNumbered(name, stem, isSaid));
    return hasBoth && !isCounted && !isTwice ? [{ stem, lanes: ordered, isSaid }] : [];
  });
}

function isNumbered(name: string, stem: string, isSaid: boolean): boolean {
  if (!ending.test(name) || !name.startsWith(stem)) return false;
  const rest = name.replace(ending, "").slice(stem.length);
  if (isSaid) return /^(?:[._-]L\d{3})?[._-]R[3-9](?:[._-]|$)/i.test(rest);
  const number = /^[._-](\d{1,3})(?:[._-]|$)/.exec(rest)?.[1];
  return number !== undefined && number !== "1" && number !== "2";
}

/** Its files, lane by lane. */
export const filesOfMates = ({ lanes }: MatesOfSample): readonly string[] =>
  lanes.flatMap(({ first, second }) => [first, second].filter((name) => name !== null));
