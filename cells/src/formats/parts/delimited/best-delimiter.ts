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
  {
    given,
    named,
    quotes,
    isClosed,
  }: { readonly given: string | undefined; readonly named: boolean; readonly quotes: boolean; readonly isClosed: boolean },
  read: (text: string, delimiter: string) => SampleRows,
): BestDelimiter {
  if (given !== undefined && given !== " ") return { ...exactly(read(text, given)), delimiter: given, isAligned: false };
  let best: Scored | null = null;
  const found: Scored[] = [];
  for (const delimiter of given === " " ? ([" "] as const) : candidates) {
    const sample = read(text, delimiter);
    const { rows } = sample;
    const width = widthOf(sample);
    if (delimiter === " " && given === undefined && !areColumns(sample, width, named)) continue;
    if (width < 2) continue;
    const share = rows.filter((row) => row.length === width || row.length === width - 1).length / rows.length;
    const { agreeing } = exactly(sample);
    // Agreement first, and where two agree the one without a field too few: "a;1,5" is cut at the semicolon. Then more
    // fields; blanks stand in ordinary text, so they must be sure.
    const score = share * 100 + agreeing * 8 + Math.min(width, 50) / 10 - (delimiter === " " ? 12 : 0);
    const one: Scored = { delimiter, rows: sample, width, score, agreeing, isAligned: false };
    found.push(one);
    if (!best || score > best.score) best = one;
  }
  best = best && (found.find((other) => isSurelyTabs(other, best as Scored)) ?? best);
  best = best && (found.find((other) => other !== best && cutsNamesOf(best as Scored, other)) ?? best);
  if (!isClosed && (best === null || best.delimiter === " " || best.agreeing < 0.9)) {
    const aligned = alignedRows(text, quotes, named, read);
    const isBetter = best === null || best.agreeing < (aligned?.agreeing ?? 0);
    if (aligned && (isBetter || (best?.delimiter === " " && best.agreeing === aligned.agreeing))) return aligned;
    const byTwo = best === null && given === undefined ? alignedByTwo(text, quotes, read) : null;
    if (byTwo) return byTwo;
  }
  if (best) return best;
  const only = given ?? ",";
  return { ...exactly(read(text, only)), delimiter: only, isAligned: false };
}

interface Scored extends BestDelimiter {
  readonly width: number;
  readonly score: number;
}

/**
 * Tabs that cut every row alike are not within texts, as strokes and commas are ("gi|12|ref|NC_1.1|", "1,2,3"), however many fields
 * those give. Tabs at the ends of lines alone cut nothing.
 */
const isSurelyTabs = (tabs: Scored, best: Scored): boolean =>
  tabs.delimiter === "\t" &&
  best.delimiter !== "\t" &&
  tabs.agreeing === 1 &&
  tabs.rows.rows.length > 1 &&
  Array.from({ length: tabs.width }, (_, at) => at).every((at) => tabs.rows.rows.some((row) => (row[at] ?? "").trim() !== ""));

/**
 * Whether the row above all rows that agree by one delimiter is left whole by it, and cut with all below by the other: names over
 * numbers with a decimal comma ("id;v;w" over "1;1,5;2,25"), below a title that has as many commas.
 */
function cutsNamesOf({ rows: { rows }, width }: Scored, other: Scored): boolean {
  const firstOfBody = rows.findLastIndex((row) => row.length !== width) + 1;
  const names = rows[firstOfBody - 1];
  if (firstOfBody === rows.length || names?.length !== 1) return false;
  const [cut, ...below] = other.rows.rows.slice(firstOfBody - 1);
  const isWhole = cut !== undefined && (cut.length === other.width || (cut.length > 1 && cut.length === other.width - 1));
  return isWhole && other.rows.rows.length === rows.length && below.every((row) => row.length === other.width);
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
  if (!first || body.length === 0 || width < 2 || body.length < all.length * (width < 3 ? 1 : 0.6)) return false;
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

/** Columns with two blanks between them at least, in every line: texts may then have blanks. */
function alignedByTwo(
  text: string,
  quotes: boolean,
  read: (text: string, delimiter: string) => SampleRows,
): BestDelimiter | null {
  if (!/\S {2,}\S/.test(text)) return null;
  const closed = new TextDecoder().decode(new AlignedBlanks(quotes, true).closed(new TextEncoder().encode(text)));
  const rows = read(closed, "\t");
  const width = widthOf(rows);
  const isTable = width > 1 && rows.rows.length > 1 && rows.rows.every((row) => row.length === width);
  return isTable ? { ...exactly(rows), delimiter: "\t", isAligned: true } : null;
}
