// Columns that stayed text and look as if they were meant as numbers: a decimal comma, a number that no double holds (too
// large, or with too many digits), one cell that is none, leading zeros. Said on the intake card and in the log of a load.

import type { Table } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Issue } from "../../contract/format.ts";
import { isDecimalComma, isTooLargeNumber, isTooLongNumber, missingNumbers, numberOfText } from "./delimited/number-text.ts";
import { words } from "./words.ts";

type Rule = "empty-column" | "decimal-comma" | "too-large" | "too-long" | "not-numbers" | "leading-zeros";

/** Different texts of a column that are looked at. */
const looked = 1000;

export function columnIssues(table: Table, lineOf: (row: number) => number, mostColumns = 1000): readonly Issue[] {
  const issues: Issue[] = [];
  for (const column of table.columns.slice(0, mostColumns)) {
    if (column.type !== "text") continue;
    const { name, codes, dictionary } = column;
    const texts: string[] = [];
    for (let code = 0; code < dictionary.length && texts.length < looked; code++) {
      const text = dictionary[code] as string;
      if (text !== "") texts.push(text);
    }
    const add = (rule: Rule, severity: Issue["severity"], value?: string): void => {
      const row = value === undefined ? -1 : codes.indexOf(dictionary.indexOf(value));
      const params: JsonObject = { column: name, ...(value === undefined ? {} : { value }) };
      const message = words.sentence(`issue-${rule}`, params);
      issues.push({ rule, severity, field: name, line: row < 0 ? null : lineOf(row), message });
    };
    if (texts.length === 0) {
      add("empty-column", "note");
      continue;
    }
    const numbers = texts.filter((text) => numberOfText(text) !== null).length;
    const commas = texts.filter((text) => isDecimalComma(text));
    // "1e400" could be an identifier: it is meant as a number among numbers.
    const large = texts.filter((text) => text.length < 40 && isTooLargeNumber(text, true));
    const long = texts.filter((text) => isTooLongNumber(text));
    const isMostlyNumbers = (numbers + commas.length + large.length + long.length) * 2 > texts.length;
    const odd = texts.find((text) => numberOfText(text) === null && !missingNumbers.has(text) && !/^[+-]?0\d/.test(text));
    if (isMostlyNumbers && commas.length > 0) add("decimal-comma", "warning", commas[0]);
    else if (isMostlyNumbers && large.length > 0) add("too-large", "warning", large[0]);
    else if (isMostlyNumbers && long.length > 0) add("too-long", "note", long[0]);
    else if (odd !== undefined && numbers * 2 >= texts.length && !/^#?(?:chr|chrom|chromosome)$/i.test(name)) {
      add("not-numbers", "note", odd);
    }
    if (texts.every((text) => /^\d+$/.test(text)) && texts.some((text) => text.length > 1 && text.startsWith("0"))) {
      add("leading-zeros", "note");
    }
  }
  return issues;
}
