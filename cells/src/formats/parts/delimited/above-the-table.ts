// What stands above a table: titles, settings of an instrument, empty rows; and a second row of names below the first, of
// units or under names of groups.

import { missingNumbers, numberOfText } from "./number-text.ts";
import { firstRow, holdsNumbers, isCornerWord, namesIdentifiers } from "./header-or-data.ts";
import { commonWidth } from "./sample-rows.ts";

type Row = readonly string[];
const filled = (row: Row): number => row.filter((cell) => cell.trim() !== "").length;
const isNumber = (cell: string): boolean => numberOfText(cell) !== null || /^[+-]?\d+,\d+$/.test(cell);

/** More lines than that are no title. */
const mostAbove = 60;

/** How many of the first rows stand above the table. `gap`: so many stand before the first empty line; 0: there is none. */
export function rowsAbove(rows: readonly Row[], gap = 0): number {
  const width = commonWidth(rows.slice(Math.floor(rows.length / 3))) ?? 1;
  if (width < 2 || rows.length < 3) return 0;
  const count = (mayStandAbove: (row: Row) => boolean): number => {
    let at = 0;
    while (at < Math.min(mostAbove, rows.length - 2) && mayStandAbove(rows[at] as Row)) at++;
    const rest = rows.slice(at);
    return rest.filter((row) => row.length >= width - 1 && row.length <= width + 1).length < rest.length * 0.9 ? 0 : at;
  };
  // A title with as many fields as the table has columns, by the empty line below it and the numbers in it, which name nothing.
  if (
    gap === 1 &&
    holdsNumbers(rows[0] as Row) &&
    count((row) => row === rows[0]) === 1 &&
    areNames(rows[1] as Row, rows.slice(2))
  )
    return 1;
  const followedBy = (at: number): readonly [Row, readonly Row[]] => [rows[at] as Row, rows.slice(at + 1)];
  // What is shorter than the rows, where names over numbers follow it; else only what can be no names itself.
  const short = count((row) => row.length < width || filled(row) <= 1);
  if (short > 0 && areNames(...followedBy(short))) return short;
  const titles = count((row) => filled(row) === 0 || isTitle(row, width));
  if (titles > 0 && areTexts(followedBy(titles)[0], width)) return titles;
  return rowsOfTitle(rows, width);
}

/** More lines of a title that has as many fields as the table are settings, or records. */
const mostTitles = 5;

/**
 * How many of the first rows are a title although they have as many fields as the table and no empty line below: the row
 * under them is names by its corner ("gene", "id") and by the numbers below it, and they are none themselves. Names of two
 * rows, and a first record without its numbers ("TP53,failed,low"), are no such thing.
 */
function rowsOfTitle(rows: readonly Row[], width: number): number {
  for (let at = 1; at <= Math.min(mostTitles, rows.length - 3); at++) {
    const above = rows[at - 1] as Row;
    const [names, body] = [rows[at] as Row, rows.slice(at + 1)];
    if (above.length !== width || namesIdentifiers(above[0] ?? "")) return 0;
    if (areNamesOf(names, body, width) && !namesOfTwoRows(above, rows.slice(at))) return at;
  }
  return 0;
}

/** One text over each column, none twice, a word of corners over the first, and numbers alone below at least half of the others. */
function areNamesOf(names: Row, body: readonly Row[], width: number): boolean {
  const texts = names.map((name) => name.trim());
  if (!areTexts(names, width) || new Set(texts).size < width || !isCornerWord(texts[0] ?? "")) return false;
  if (body.some((row) => row[0]?.trim() === texts[0])) return false;
  const numeric = texts.filter((_, at) => {
    const cells = body.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "" && !missingNumbers.has(cell));
    return at > 0 && cells.length > 1 && cells.every(isNumber);
  });
  return numeric.length > 0 && numeric.length * 2 >= width - 1;
}

/** One text over several columns that names none of them. */
function isTitle(row: Row, width: number): boolean {
  const [title = "", ...others] = row.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return others.length === 0 && (/\s/.test(title) || (width > 2 && !namesIdentifiers(title)));
}

const areTexts = (names: Row, width: number): boolean =>
  names.length === width && filled(names) === width && !holdsNumbers(names);

/** Texts, one over each column, and numbers below some of them. */
export function areNames(names: Row, body: readonly Row[]): boolean {
  if (holdsNumbers(names) || filled(names) < names.length - 1) return false;
  return names.some((name, at) => {
    const cells = body.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "" && !missingNumbers.has(cell));
    return name.trim() !== "" && cells.length > 0 && cells.every(isNumber);
  });
}

/** Whether what stands above is a table of its own, and no settings: names, of identifiers where they are two, over several rows with numbers. */
export function isTable(rows: readonly Row[]): boolean {
  const [names = [], ...body] = rows;
  const width = filled(names);
  return (
    body.length > 1 &&
    width > 1 &&
    (width > 2 || namesIdentifiers(names[0] ?? "")) &&
    rows.every((row) => row.length === names.length && filled(row) <= width) &&
    areNames(names.slice(0, width), body)
  );
}

/** The names of two rows as one, or null: the row under the first holds values. */
export function namesOfTwoRows(first: Row, body: readonly Row[]): readonly string[] | null {
  const [second, ...below] = body;
  if (!second || below.length === 0 || holdsNumbers(second) || second.length > first.length) return null;
  const columns = first.map((name, at) => ({
    name: name.trim(),
    under: (second[at] ?? "").trim(),
    below: below.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "" && !missingNumbers.has(cell)),
  }));
  const numeric = columns.filter((column) => column.below.length > 0 && column.below.every(isNumber));
  const named = numeric.filter(
    ({ under }) => /^[\p{L}%°µμ‰([/]/u.test(under) && !missingNumbers.has(under) && !/^inf/i.test(under),
  );
  if (
    named.length === 0 ||
    named.length * 2 < numeric.length ||
    named.length < numeric.filter(({ under }) => under !== "").length
  )
    return null;
  const corner = second[0]?.trim() ?? "";
  // A record whose numbers failed has an identifier; rows of units and of names have none, or say what they are.
  const hasGroups = columns.some(({ name }, at) => name === "" && at > 0);
  const areUnits = named.every(({ under }) => isUnit(under));
  if (corner !== "" && !/unit|einheit|^ед/i.test(corner) && !hasGroups && !areUnits) return null;
  if (
    corner !== "" &&
    !columns[0]?.below.every(isNumber) &&
    !firstRow(
      [corner],
      below.map((row) => [row[0] ?? ""]),
    ).isHeader
  )
    return null;
  let group = "";
  return columns.map(({ name, under }, at) => {
    if (name !== "") group = name;
    const above = name === "" && hasGroups && at > 0 && under !== "" ? group : name;
    if (under === "" || above === "") return above === "" ? under : above;
    if (hasGroups) return `${above} ${under}`;
    return /^[([]/.test(under) ? `${above} ${under}` : `${above} (${under})`;
  });
}

const isUnit = (text: string): boolean =>
  /^[([].*[)\]]$|[%°µμ‰²³^]|^\p{L}{1,4}\/\p{L}{1,4}$/u.test(text) ||
  /^(?:[kMmnpuc]?(?:g|l|L|m|s|M|mol|Hz|V|A|W|J|Pa|bp|b|Da|U)|IU|h|d|min|sec|years?|yrs?|days?|weeks?|months?|hours?|counts?|reads?|log2|log10|a\.?u\.?|ratio|percent)$/.test(
    text,
  );
