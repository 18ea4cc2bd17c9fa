// Columns that stayed text and look as if they were meant as numbers: a decimal comma, a number that no double holds, a
// percentage, a word among numbers, leading zeros. Said on the intake card and in the log of a load, with the first place.
// All of a column is looked at: the one word of a million rows is what makes it text.

import { mayMeanNothing } from "../../artifacts/texts-like-numbers.ts";
import type { Column, Table, TextColumn } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Decimal, Issue } from "../../contract/format.ts";
import type { Sentence } from "../../messages/sentence.ts";
import {
  bareExponentOfText,
  isTooLargeNumber,
  isTooLongNumber,
  missingNumbers,
  missingTexts,
  numberOfText,
} from "./delimited/number-text.ts";
import { withWords } from "./delimited/missing-words.ts";
import { dressedValues } from "./doubts/dressed-values.ts";
import { lookAlikes } from "./doubts/look-alikes.ts";
import { words } from "./doubts/words.ts";
import { semanticOf } from "./meanings/semantic-type.ts";
import { words as shared } from "./words.ts";

/** What a text of a column is, for the question whether the column was meant as numbers. */
const classes = [
  "missing",
  "number",
  "decimal-comma",
  "thousands",
  "one-comma",
  "percent",
  "exponent",
  "too-large",
  "too-long",
  "other",
] as const;
type Class = (typeof classes)[number];

const mayBeNumber = /^\s*[+-]?[\d.iI]/;
const zeroLed = /^[+-]?0\d/;
const oneComma = /^[+-]?\d{1,3},\d{3}$/;
const decimalComma = /^[+-]?(?:\d{1,15}|\d{1,3}(?:\.\d{3})+),\d{1,15}$/;
const thousands = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

function classOf(text: string): Class {
  if (missingNumbers.has(text)) return "missing";
  if (!mayBeNumber.test(text)) return "other";
  if (numberOfText(text) !== null) return "number";
  const trimmed = text.trim();
  if (oneComma.test(trimmed) && !zeroLed.test(trimmed)) return "one-comma";
  if (decimalComma.test(trimmed)) return "decimal-comma";
  if (thousands.test(trimmed)) return "thousands";
  if (trimmed.endsWith("%") && numberOfText(trimmed.slice(0, -1)) !== null) return "percent";
  if (bareExponentOfText(trimmed) !== null) return "exponent";
  // "1e400" could be an identifier: it is meant as a number among numbers.
  if (trimmed.length < 40 && isTooLargeNumber(trimmed, true)) return "too-large";
  return isTooLongNumber(trimmed) ? "too-long" : "other";
}

interface Found {
  /** Different texts, and rows. */
  readonly texts: number;
  readonly rows: number;
  readonly value: string;
  /** Of the first one. */
  readonly row: number;
}

/** What stands in a column, by class. */
function foundIn({ codes, dictionary }: TextColumn): ReadonlyMap<Class, Found> {
  const place = Uint8Array.from(dictionary, (text) => classes.indexOf(classOf(text)));
  const texts = new Int32Array(classes.length);
  const rows = new Int32Array(classes.length);
  const first = new Int32Array(classes.length).fill(-1);
  const used = new Uint8Array(dictionary.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    const at = place[code] as number;
    if (used[code] === 0) {
      used[code] = 1;
      texts[at] = (texts[at] as number) + 1;
    }
    rows[at] = (rows[at] as number) + 1;
    if (first[at] === -1) first[at] = row;
  }
  return new Map(
    classes.flatMap((name, at): [Class, Found][] => {
      const row = first[at] as number;
      if (row < 0) return [];
      const value = (dictionary[codes[row] as number] as string).slice(0, 60);
      return [[name, { texts: texts[at] as number, rows: rows[at] as number, value, row }]];
    }),
  );
}

/** Columns of names by what they are called: numbers among their values are numbers of something. */
const names: ReadonlySet<string> = new Set(["sample", "gene", "allele", "genotype"]);
const chromosomeName = /^#?(?:chr|chrom|chromosome|seqnames?|contig)$/i;
const chromosome = /^(?:chr)?(?:\d+|[XYZWM]|XY|MT|PAR\d?|Un\w*)$/i;

/** Chickens have 39 pairs, dogs as many; few genomes that are assembled have more. */
const mostChromosomes = 40;

export interface MarksSet {
  readonly missing: readonly string[] | null;
  readonly decimal: Decimal;
}

/**
 * Known words that stand in other columns of texts than the one that is asked about: there "-" is a strand. All columns are
 * looked through once, when first asked: a table may have a hundred thousand.
 */
export function namesBeside(table: Table): (own: TextColumn | null) => ReadonlySet<string> {
  /** Of each word the first two columns that hold it: more are not needed to know whether another one does. */
  let holders: ReadonlyMap<string, readonly TextColumn[]> | null = null;
  return (own) => {
    holders ??= holdersOf(table);
    return new Set([...holders].filter(([, those]) => those.some((column) => column !== own)).map(([word]) => word));
  };
}
function holdersOf(table: Table): ReadonlyMap<string, readonly TextColumn[]> {
  const holders = new Map<string, TextColumn[]>();
  for (const column of table.columns) {
    if (column.type !== "text" || column.dictionary.length > 100_000) continue;
    for (const text of column.dictionary) {
      if (!missingNumbers.has(text)) continue;
      const known = holders.get(text) ?? [];
      if (known.length < 2 && holds(column, text)) holders.set(text, [...known, column]);
    }
  }
  return holders;
}
function holds({ dictionary, codes, valid }: TextColumn, text: string): boolean {
  const code = dictionary.indexOf(text);
  return codes.some((each, row) => each === code && valid?.[row] !== 0);
}

/** Words were set, and some that are known are not among them: they stay what they are, which makes texts of numbers. */
function knownNotSet(column: TextColumn, lineOf: (row: number) => number, missing: readonly string[] | null): Issue[] {
  if (missing === null) return [];
  const isOfNumbers = column.dictionary.some((text) => numberOfText(text) !== null);
  const known = column.dictionary.filter(
    (text) =>
      text !== "" && (isOfNumbers ? missingNumbers : missingTexts).has(text) && !missing.includes(text) && holds(column, text),
  );
  const [first] = known;
  if (first === undefined) return [];
  const code = column.dictionary.indexOf(first);
  const line = lineOf(column.codes.indexOf(code));
  const message = words.sentence("known-not-set", { column: column.name, words: known, n: known.length, line });
  const fix = { path: ["missing"], value: withWords(missing, known) };
  return [{ rule: "known-not-set", severity: "warning", field: column.name, line, message, fix }];
}

/** `told`: what the format said itself; of a cell that it named nothing is said again. */
export function columnIssues(
  table: Table,
  lineOf: (row: number) => number,
  mostColumns = 1000,
  told: readonly Issue[] = [],
  /** As they were set. */
  { missing, decimal }: MarksSet = { missing: null, decimal: "auto" },
): readonly Issue[] {
  const isTold = ({ field, line }: Issue): boolean =>
    line !== null && told.some((known) => known.field === field && known.line === line);
  const beside = namesBeside(table);
  const found = table.columns
    .slice(0, mostColumns)
    .flatMap((column) =>
      column.type === "text"
        ? [
            ...issuesOf(column, table.rowCount, lineOf, { missing, decimal, areNames: () => beside(column) }),
            ...knownNotSet(column, lineOf, missing),
            ...lookAlikes(column, lineOf),
          ]
        : infinities(column, lineOf),
    );
  return oncePerRule(found.filter((issue) => !isTold(issue)));
}

/** A logarithm of 0, or a word of the program that wrote the file: charts and models leave such rows out. */
function infinities(column: Exclude<Column, TextColumn>, lineOf: (row: number) => number): Issue[] {
  if (column.type !== "float64") return [];
  const { values } = column;
  let count = 0;
  let first = -1;
  // Not by forEach: a call for each of millions of numbers is what large files would wait for.
  for (let row = 0; row < values.length; row++) {
    if (Math.abs(values[row] as number) !== Number.POSITIVE_INFINITY || column.valid?.[row] === 0) continue;
    if (first < 0) first = row;
    count += 1;
  }
  if (first < 0) return [];
  const line = lineOf(first);
  const value = values[first] === Number.POSITIVE_INFINITY ? "Inf" : "-Inf";
  const message = words.sentence("infinite", { column: column.name, count, value, line });
  return [{ rule: "infinite", severity: "warning", field: column.name, line, message }];
}

/** Columns of which the same is said each on its own. */
const mostAlike = 3;

/** What is so in many columns is said of the first, and the others are named. */
function oncePerRule(issues: readonly Issue[]): readonly Issue[] {
  const byRule = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${issue.severity} ${issue.rule}`;
    const alike = byRule.get(key);
    if (alike) alike.push(issue);
    else byRule.set(key, [issue]);
  }
  return issues.flatMap((issue): Issue[] => {
    const alike = byRule.get(`${issue.severity} ${issue.rule}`) as Issue[];
    if (alike.length <= mostAlike) return [issue];
    if (alike[0] !== issue) return [];
    const columns = alike.slice(1).map(({ field }) => field ?? "");
    const message = words.sentence("same-in-columns", {
      column: issue.field,
      count: columns.length,
      columns: columns.slice(0, 12),
    });
    return [issue, { ...issue, line: null, field: null, message }];
  });
}

function issuesOf(
  column: TextColumn,
  rowCount: number,
  lineOf: (row: number) => number,
  set: MarksSet & { areNames(): ReadonlySet<string> },
): Issue[] {
  const { name, dictionary } = column;
  const found = foundIn(column);
  const issue = (rule: string, severity: Issue["severity"], message: Sentence, place: Found | null = null): Issue => ({
    rule,
    severity,
    field: name,
    line: place === null ? null : lineOf(place.row),
    message,
  });
  const plain = (
    rule: "empty-column" | "decimal-comma" | "too-large" | "leading-zeros",
    severity: Issue["severity"],
    place: Found | null = null,
  ): Issue => {
    const params: JsonObject = { column: name, ...(place ? { value: place.value } : {}) };
    return issue(rule, severity, shared.sentence(`issue-${rule}`, params), place);
  };
  if (dictionary.every((text) => text === "")) return [plain("empty-column", "note")];
  const sum = (of: "texts" | "rows", ...those: readonly Class[]): number =>
    those.reduce((total, one) => total + (found.get(one)?.[of] ?? 0), 0);
  const number = found.get("number");
  const meant = ["number", "decimal-comma", "thousands", "one-comma", "percent", "too-large", "too-long"] as const;
  // Exponents alone may be names of wells; beside numbers they are numbers.
  const isMeant = (of: "texts" | "rows"): boolean => {
    const numbers = sum(of, ...meant) + (number ? sum(of, "exponent") : 0);
    return numbers > 0 && numbers * 2 >= numbers + sum(of, "other") + (number ? 0 : sum(of, "exponent"));
  };
  const issues: Issue[] = [];
  if (isMeant("texts") || isMeant("rows")) {
    const params = (place: Found): JsonObject => ({
      column: name,
      value: place.value,
      line: lineOf(place.row),
      count: place.rows,
    });
    const commas = [found.get("decimal-comma"), found.get("thousands"), found.get("one-comma")] as const;
    const [decimal, grouped, unclear] = commas;
    const comma = commas.filter((each) => each !== undefined).toSorted((a, b) => a.row - b.row)[0];
    // A setting that is given is not asked for again, and beside a cell that is no number either way it changes nothing: what
    // stands in the way is said below.
    if (decimal && !grouped) {
      if (set.decimal !== "comma" && !found.get("other"))
        issues.push({ ...plain("decimal-comma", "warning", decimal), fix: { path: ["decimal"], value: "comma" } });
    } else if (grouped && !decimal)
      issues.push(issue("thousands", "warning", words.sentence("thousands", params(grouped)), grouped));
    else if (comma && (unclear || grouped)) {
      const count = sum("rows", "decimal-comma", "thousands", "one-comma");
      issues.push(issue("comma-unclear", "warning", words.sentence("comma-unclear", { ...params(comma), count }), comma));
    }
    const percent = found.get("percent");
    if (percent) issues.push(issue("percents", "warning", words.sentence("percents", params(percent)), percent));
    const large = found.get("too-large");
    if (large) issues.push(plain("too-large", "warning", large));
    const long = found.get("too-long");
    if (long) issues.push(issue("too-long", "warning", words.sentence("too-long", params(long)), long));
    const odd = found.get("other");
    const isDigits = dictionary.every((text) => /^\d*$/.test(text));
    if (odd && !isDigits && !isOfChromosomes(column)) {
      const more = odd.rows - 1;
      const numbers = sum("rows", ...meant);
      const said = { column: name, value: odd.value, line: lineOf(odd.row), numbers, more };
      const severity = names.has(semanticOf(column, rowCount)) ? "note" : "warning";
      const others = dictionary.filter((text) => classOf(text) === "other");
      // In a column of names the text is at home: there it is only noted, and nothing asks to be mended.
      const areWords = severity === "warning" && mayMeanNothing(others);
      const fix = areWords ? { fix: { path: ["missing"], value: withWords(set.missing, others, set.areNames()) } } : {};
      const told = issue("not-numbers", severity, words.sentence(more > 0 ? "not-numbers-more" : "not-numbers", said), odd);
      issues.push({ ...told, ...fix });
    }
  }
  const exponent = found.get("exponent");
  if (exponent && !number && sum("texts", "exponent") * 2 >= sum("texts", ...classes.slice(1))) {
    const said = { column: name, value: exponent.value, line: lineOf(exponent.row), number: Number(exponent.value) };
    issues.push(issue("exponents", "warning", words.sentence("exponents", said), exponent));
  }
  const semantic = semanticOf(column, rowCount);
  if (!names.has(semantic) && !isOfChromosomes(column)) {
    const dressed = dressedValues(column, { isDate: semantic === "date", lineOf });
    issues.push(...dressed);
    // Said once, by what it is meant as.
    if (dressed.length > 0) return issues.filter(({ rule }) => rule !== "not-numbers");
  }
  const texts = dictionary.filter((text) => text !== "");
  if (texts.every((text) => /^\d+$/.test(text)) && texts.some((text) => text.length > 1 && text.startsWith("0"))) {
    issues.push(plain("leading-zeros", "note"));
  }
  return issues;
}

/** By its name, or because it holds nothing but numbers and letters of chromosomes: measurements go further than a genome has. */
const isOfChromosomes = ({ name, dictionary }: TextColumn): boolean =>
  chromosomeName.test(name) ||
  dictionary.every(
    (text) =>
      text === "" ||
      missingNumbers.has(text) ||
      (chromosome.test(text) && (!/^\d+$/.test(text) || Number(text) <= mostChromosomes)),
  );
