// Which character stands between the fields of a text: the one by which most of its rows have as many.

import { AlignedBlanks } from "./aligned-blanks.ts";
import { numberOfText } from "./number-text.ts";
import { commonWidth, type SampleRows } from "./sample-rows.ts";

export interface BestDelimiter {
  readonly delimiter: string;
  readonly rows: SampleRows;
  /** Share of the rows that have as many fields as most. */
  readonly agreeing: number;
  /** Runs of blanks stand between fields: the text is to be read without them. */
  readonly isAligned: boolean;
}

const candidates = ["\t", ",", ";", "|", " "] as const;

/** `named`: the file is called .csv, .tsv or .tab; blanks are then in its texts, unless much speaks for them. */
export function bestDelimiter(
  text: string,
  { given, named, quotes }: { readonly given: string | undefined; readonly named: boolean; readonly quotes: boolean },
  read: (text: string, delimiter: string) => SampleRows,
): BestDelimiter {
  if (given !== undefined && given !== " ") return { ...exactly(read(text, given)), delimiter: given, isAligned: false };
  let best: { delimiter: string; rows: SampleRows; score: number; agreeing: number; isAligned: boolean } | null = null;
  for (const delimiter of given === " " ? ([" "] as const) : candidates) {
    const found = read(text, delimiter);
    const { rows } = found;
    const width = widthOf(found);
    if (delimiter === " " && given === undefined && !areColumns(found, width, named)) continue;
    if (width < 2) continue;
    const share = rows.filter((row) => row.length === width || row.length === width - 1).length / rows.length;
    const { agreeing } = exactly(found);
    // Agreement first, and where two agree the one without a field too few: "a;1,5" is cut at the semicolon. Then more
    // fields; blanks stand in ordinary text, so they must be sure.
    const score = share * 100 + agreeing * 8 + Math.min(width, 50) / 10 - (delimiter === " " ? 12 : 0);
    if (!best || score > best.score) best = { delimiter, rows: found, score, agreeing, isAligned: false };
  }
  if (best === null || best.delimiter === " " || best.agreeing < 0.9) {
    const aligned = alignedRows(text, quotes, named, read);
    const isBetter = best === null || best.agreeing < (aligned?.agreeing ?? 0);
    if (aligned && (isBetter || (best?.delimiter === " " && best.agreeing === aligned.agreeing))) return aligned;
  }
  if (best) return best;
  const only = given ?? ",";
  return { ...exactly(read(text, only)), delimiter: only, isAligned: false };
}

const widthOf = ({ rows }: SampleRows): number => commonWidth(rows.length > 1 ? rows.slice(1) : rows) ?? 1;

function exactly(rows: SampleRows): { readonly rows: SampleRows; readonly agreeing: number } {
  const width = widthOf(rows);
  const agreeing = rows.rows.length === 0 ? 1 : rows.rows.filter((row) => row.length === width).length / rows.rows.length;
  return { rows, agreeing };
}

/** Whether blanks cut every line alike, and what they cut is more than the words of a text. */
function areColumns({ rows, allQuoted }: SampleRows, width: number, named: boolean): boolean {
  const [first, ...all] = rows;
  const body = all.filter((row) => row.length === width);
  // Two words are a name; of three columns a few rows may be torn, which is told when they are read.
  if (!first || body.length === 0 || width < 2 || body.length < all.length * (width < 3 ? 1 : 0.8)) return false;
  if (first.length !== width && first.length !== width - 1) return false;
  if (allQuoted) return true;
  if (named && width < 3) return false;
  return Array.from({ length: width }, (_, at) => at).some(
    (at) =>
      body.every((row) => numberOfText(row[at] as string) !== null || /^(?:NA|NaN|\.|-)$/.test(row[at] as string)) &&
      !isCount(body, at),
  );
}

/** "Sample 1", "Sample 2": the number belongs to the name. */
const isCount = (body: readonly (readonly string[])[], at: number): boolean =>
  (body[0] as readonly string[]).length === 2 &&
  at === 1 &&
  new Set(body.map((row) => row[0])).size < body.length &&
  body.every((row) => /^\d+$/.test(row[at] as string));

function alignedRows(
  text: string,
  quotes: boolean,
  named: boolean,
  read: (text: string, delimiter: string) => SampleRows,
): BestDelimiter | null {
  if (!/(?:^|[\r\n])[ \t]+\S|\S[ \t]{2,}\S/.test(text)) return null;
  const closed = new TextDecoder().decode(new AlignedBlanks(quotes).closed(new TextEncoder().encode(text)));
  const rows = read(closed, " ");
  if (!areColumns(rows, widthOf(rows), named)) return null;
  return { ...exactly(rows), delimiter: " ", isAligned: true };
}
