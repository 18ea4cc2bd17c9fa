// Reads text between whose fields a certain character stands, or one that is found: what the formats of delimited text and
// of spreadsheets share.

import type { FileContent, Fix, Issue, Read, ReadTask } from "../../../contract/format.ts";
import { FailureError } from "../../../base/failure.ts";
import type { Sentence } from "../../../messages/sentence.ts";
import { words as doubts } from "../doubts/words.ts";
import { namesBeside } from "../column-issues.ts";
import { withWords } from "./missing-words.ts";
import type { MarksTaken } from "./number-marks.ts";
import { isNamedTable, type LayoutDoubt } from "./sniff-delimited.ts";
import { type DelimitedFile, readDelimited } from "./read-delimited.ts";
import type { DelimitedSource } from "./delimited-source.ts";
import { rowsPutOut } from "./rows-put-out.ts";
import { words as marksWords } from "../marks/words.ts";
import { words } from "../words.ts";

export const readerOf =
  (delimiter: string | null): Read =>
  (task) =>
    readAsDelimited(task, task.settings.delimiter ?? delimiter);

/** Settings that say where fields and names are, and rows do not fit: what was set is named, and not the row alone. */
const ofWidths = ["delimiter", "skip", "header"] as const;

async function bySettings(settings: ReadTask["settings"], reading: Promise<DelimitedFile>): Promise<DelimitedFile> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { reason, params } = error.failure;
    const { skip } = settings;
    if (reason === words.key("empty") && skip !== null && skip > 0) {
      const more = { at: ["skip"], fix: { path: ["skip"], value: null } };
      throw new FailureError(words.failure("skip-all", { skip }, more), { cause: error });
    }
    const set = ofWidths.find((setting) => settings[setting] !== null);
    // A row further down is the one that is wrong.
    const isAtTheTop = typeof params["row"] === "number" && params["row"] <= 2;
    if (set === undefined || !isAtTheTop || !isOfWidths(reason)) throw error;
    const more = { at: [set], fix: { path: [set], value: null } };
    throw new FailureError(words.failure(`widths-by-${set}`, params, more), { cause: error });
  }
}
const isOfWidths = (reason: string): boolean =>
  ([words.key("rows-unequal"), words.key("row-too-long"), words.key("row-surplus")] as readonly string[]).includes(reason);

export interface ReadAsDelimitedOptions {
  readonly source?: DelimitedSource;
  /** The text was made of numbers (a sheet of Excel): their points are points. */
  readonly hasOwnNumbers?: boolean;
  /** What the setting of lines above the table comes to in lines of the text. */
  readonly linesAbove?: number | null;
}

export async function readAsDelimited(
  task: ReadTask,
  delimiter: string | null,
  { source = task, hasOwnNumbers = false, linesAbove = task.settings.skip }: ReadAsDelimitedOptions = {},
): Promise<FileContent> {
  const { settings, matrix, bytesWanted, signal } = task;
  const { headerRows, rowNames, header } = settings;
  const file = await bySettings(
    settings,
    readDelimited(source, {
      ragged: settings.ragged,
      quotes: settings.quotes,
      missing: settings.missing,
      marks: { decimal: settings.decimal, thousands: settings.thousands },
      matrix,
      bytesWanted,
      secondCore: task.engines.secondCore ?? null,
      named: isNamedTable.test(task.name),
      hasOwnNumbers,
      ...(delimiter === null ? {} : { delimiter }),
      ...(header === null ? {} : { header }),
      ...(linesAbove === null ? {} : { skip: linesAbove }),
      ...(headerRows === null ? {} : { headerRows }),
      ...(rowNames === null ? {} : { rowNames }),
      ...(signal ? { signal } : {}),
      progress: (fraction) => task.progress?.(fraction),
    }),
  );
  const { layout, repeatedNames, content, lineOf, whole } = file;
  const said: Sentence[] = [];
  const notes: Issue[] = [];
  /** What was done by a convention: on the card and in the log, and no warning. */
  const note = (rule: string, message: Sentence, line: number | null = null, fix?: Fix): void => {
    // With its alternative it is told as a finding.
    if (!fix) said.push(message);
    notes.push({ rule, severity: "note", line, field: null, message, ...(fix ? { fix } : {}) });
  };
  // Of one column they may be values.
  const asRows: Fix | undefined = layout.names.length === 1 ? { path: ["skip"], value: 0 } : undefined;
  if (layout.comments > 0) note("comments", words.sentence("log-comments", { count: layout.comments }), null, asRows);
  if (layout.saysDelimiter) note("says-delimiter", doubts.sentence("says-delimiter", { delimiter: nameOf(layout.delimiter) }));
  const doubtful: Issue[] = [];
  for (const { rule, severity, line, message, skip } of layout.doubts) {
    const fix: Fix | undefined = skip === undefined ? layoutFixes[rule] : { path: ["skip"], value: skip };
    if (severity === "note") note(rule, message, line, fix);
    else doubtful.push({ rule, severity, line, field: null, message, ...(fix ? { fix } : {}) });
  }
  const exponents = file.exponents.map(({ column, value, row, count }): Issue => {
    const message = doubts.sentence("exponents-taken", { column, value, count, line: lineOf(row), number: Number(value) });
    return { rule: "exponents-taken", severity: "warning", line: lineOf(row), field: column, message };
  });
  const long = file.longTexts ? [issueOfLongTexts(file.longTexts)] : [];
  const marks = file.marksTaken.map(({ kind, columns, value, number, row }): Issue => {
    const params = { columns: columns.slice(0, 12), count: columns.length, value, number: String(number), line: lineOf(row) };
    const message = marksWords.sentence(kind, params);
    const fix = marksFixes[kind];
    return {
      rule: `marks-${kind}`,
      // Of commas that can be nothing else nothing is to be decided.
      severity: kind === "comma" ? "note" : "warning",
      line: lineOf(row),
      field: columns[0] ?? null,
      message,
      ...(fix ? { fix } : {}),
    };
  });
  const issues = [
    ...doubtful,
    ...long,
    ...issuesOfRows(file),
    ...issuesOfPutOut(file),
    ...repeatedNames.map(issueOfRepeatedName),
    ...exponents,
    ...marks,
    ...issuesOfNames(file),
    ...issuesOfMissing(file),
    ...notes,
  ];
  const names = layout.hasHeader ? layout.names : null;
  return { content, header: names, issues, said, turnedIntoDates: [], lineOf, whole };
}

/** The other way to lay out what was guessed. */
const layoutFixes: { readonly [rule in LayoutDoubt["rule"]]?: Fix } = {
  "lines-above": { path: ["skip"], value: 0 },
  "row-names": { path: ["rowNames"], value: false },
  "rows-end-with-delimiter": { path: ["rowNames"], value: true },
  "numbers-as-names": { path: ["header"], value: false },
  "first-row-is-data": { path: ["header"], value: true },
  "no-names": { path: ["header"], value: true },
  "two-rows-of-names": { path: ["headerRows"], value: 1 },
};
const marksFixes: { readonly [kind in MarksTaken["kind"]]?: Fix } = {
  comma: { path: ["decimal"], value: "point" },
  thousands: { path: ["thousands"], value: "none" },
};

function issuesOfRows({ filled, overfull, emptyAmong }: DelimitedFile): Issue[] {
  return (
    [
      ["rows-filled", filled],
      ["rows-overfull", overfull],
      ["empty-lines", emptyAmong],
    ] as const
  ).flatMap(([rule, { count, lines }]): Issue[] => {
    if (count === 0) return [];
    const message = doubts.sentence(rule, { count, lines: [...lines], more: count - lines.length });
    return [{ rule, severity: "warning", line: lines[0] ?? null, field: null, message }];
  });
}

/** What stands in quotes is a name, whatever it begins with. */
function issuesOfPutOut({ content, layout, lineOf }: DelimitedFile): Issue[] {
  const isTold = layout.allQuoted || layout.doubts.some(({ rule }) => rule === "rows-with-hash");
  const found = isTold ? null : rowsPutOut(content);
  if (!found) return [];
  const lines = found.rows.map(lineOf);
  const message = doubts.sentence("rows-put-out", { count: found.count, lines, name: found.first.slice(0, 40) });
  return [{ rule: "rows-put-out", severity: "warning", line: lines[0] ?? null, field: null, message }];
}

/** The words that are known for missing cells, with NA or without, but for those that are names elsewhere in the file. */
const knownWords = ({ content }: DelimitedFile, isMissing: boolean): Fix => {
  const areNames = content.shape === "table" ? namesBeside(content.table)(null) : new Set<string>();
  const known = withWords(null, [], areNames).filter((word) => word !== "NA");
  return { path: ["missing"], value: isMissing ? ["NA", ...known] : known };
};

function issuesOfMissing(file: DelimitedFile): Issue[] {
  const [first] = file.doubtfulMissing;
  if (!first) return [];
  const line = file.lineOf(first.row);
  const columns = file.doubtfulMissing.map(({ column }) => column).slice(0, 12);
  const count = file.doubtfulMissing.reduce((sum, each) => sum + each.count, 0);
  const message = doubts.sentence("na-missing", { columns, count, line, names: [...first.names] });
  return [{ rule: "na-missing", severity: "note", line, field: first.column, message, fix: knownWords(file, false) }];
}

function issuesOfNames(file: DelimitedFile): Issue[] {
  const { keptNames, lineOf } = file;
  const [first] = keptNames;
  if (!first) return [];
  const columns = keptNames.map(({ column }) => column);
  const count = keptNames.reduce((sum, kept) => sum + kept.count, 0);
  const line = lineOf(first.row);
  const params = { columns: columns.slice(0, 12), word: first.word, line, count };
  const message = doubts.sentence(first.isQuoted ? "word-kept-quoted" : "word-kept", params);
  return [
    {
      rule: "word-kept",
      severity: "warning",
      line,
      field: first.column,
      message,
      ...(first.word === "NA" ? { fix: knownWords(file, true) } : {}),
    },
  ];
}

function issueOfLongTexts({ line, lines, count }: NonNullable<DelimitedFile["longTexts"]>): Issue {
  const message = doubts.sentence(count > 1 ? "long-texts" : "long-text", { line, lines, more: count - 1 });
  return { rule: "long-text", severity: "warning", line, field: null, message, fix: { path: ["quotes"], value: "none" } };
}

const nameOf = (delimiter: string): string => (delimiter === "\t" ? "TAB" : delimiter);

export const issueOfRepeatedName = ({ name, columns }: DelimitedFile["repeatedNames"][number]): Issue => ({
  rule: "repeated-column",
  severity: "warning",
  line: null,
  field: name,
  message: words.sentence("issue-repeated-column", { name, columns: [...columns] }),
});
