// Columns that stay text although all of their values are of one make: numbers with a unit, with a minus that is another
// letter, in parentheses; times; dates that are not written year first, and what is no date among dates. As text they go letter by
// letter, and nobody sees that in a picture.

import type { TextColumn } from "../../../artifacts/artifact.ts";
import type { Issue } from "../../../contract/format.ts";
import { missingNumbers, numberOfText } from "../delimited/number-text.ts";
import { words } from "./words.ts";

const makes = ["currency", "unit", "minus", "parentheses", "iso-date", "other-date", "time"] as const;
type Make = (typeof makes)[number];

/** Units that are written without a blank before them; any word does after one. */
const units =
  /^(?:[kmµμun]?g|[mµμun]?l|[kcmµμun]?m|[mµμun]?M|[kM]?bp|[kMG]b|ms|s|min|h|hrs?|d|days?|wks?|weeks?|mo|months?|y|yrs?|years?|°C|x)$/;
const withUnit = /^([+-]?\d+(?:\.\d+)?)(\s?)([A-Za-zµμ°][A-Za-zµμ°]*(?:\/[A-Za-zµμ]+)?)$/;
const inParentheses = /^\(\d[\d,]*(?:\.\d+)?\)$/;
const currency = /^[+-]?\p{Sc}\s?[+-]?\d[\d,. ]*$|^[+-]?\d[\d,. ]*\s?\p{Sc}$/u;
const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/;
// Two digits of a year with hyphens are rather a name (plate-row-column).
const otherDate =
  /^(?:\d{1,2}([/.-])\d{1,2}\1\d{4}|\d{1,2}\/\d{1,2}\/\d{2}|\d{2}\.\d{2}\.\d{2}|\d{4}([/.])\d{1,2}\2\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/;

/** Of a clock or a stopwatch: 12:30, 9:05:07.5, 12:30 pm. */
const time = /^(\d{1,3}):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:\s?[ap]m)?$/i;

const isDay = (year: number, month: number, day: number): boolean => {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
};

function makeOf(text: string): Make | "number" | "missing" | "other" {
  if (text === "" || missingNumbers.has(text)) return "missing";
  if (numberOfText(text) !== null) return "number";
  const iso = isoDate.exec(text);
  if (iso) return isDay(Number(iso[1]), Number(iso[2]), Number(iso[3])) ? "iso-date" : "other";
  if (otherDate.test(text)) return "other-date";
  if (time.test(text)) return "time";
  if (/^[−–]/.test(text) && numberOfText(text.slice(1)) !== null) return "minus";
  if (currency.test(text)) return "currency";
  if (inParentheses.test(text)) return "parentheses";
  const unit = withUnit.exec(text);
  return unit && (unit[2] !== "" || units.test(unit[3] as string)) ? "unit" : "other";
}

const unitOf = (text: string): string => withUnit.exec(text)?.[3] ?? "";

/** Of all that stands in the column and is not missing, this share of a make is meant so. */
const most = 0.5;

/** `isDate`: its name says so. */
export function dressedValues(
  column: TextColumn,
  { isDate, lineOf }: { readonly isDate: boolean; lineOf(row: number): number },
): readonly Issue[] {
  const { name, codes, dictionary } = column;
  const made = dictionary.map((text) => makeOf(text.trim()));
  const rows = new Map<string, { count: number; first: number }>();
  for (let row = 0; row < codes.length; row++) {
    const make = made[codes[row] as number] as string;
    const known = rows.get(make);
    if (known) known.count += 1;
    else rows.set(make, { count: 1, first: row });
  }
  rows.delete("missing");
  const all = [...rows.values()].reduce((sum, { count }) => sum + count, 0);
  const of = (...those: readonly string[]): number => those.reduce((sum, make) => sum + (rows.get(make)?.count ?? 0), 0);
  const issue = (
    rule: Parameters<typeof words.sentence>[0],
    make: string,
    more: Record<string, number> = {},
    said = rule,
  ): Issue[] => {
    const found = rows.get(make);
    if (!found) return [];
    const value = (dictionary[codes[found.first] as number] as string).slice(0, 60);
    const line = lineOf(found.first);
    return [
      {
        rule,
        severity: rule === "units-kept" || rule === "times-kept" ? "note" : "warning",
        field: name,
        line,
        message: words.sentence(said, { column: name, value, line, count: found.count, ...more }),
      },
    ];
  };
  const dates = of("iso-date", "other-date");
  if (dates > 1 && (isDate || dates > all * most))
    return [
      ...issue("dates-kept", "other-date"),
      ...issue(
        "dates-odd",
        rows.has("other") ? "other" : "number",
        { dates, more: of("other", "number") - 1 },
        of("other", "number") > 1 ? "dates-odd" : "date-odd",
      ),
    ];
  // Several hours: 1:10, 1:20, 1:40 are dilutions.
  const hours = new Set(dictionary.flatMap((text) => time.exec(text.trim())?.[1] ?? []));
  if (all > 0 && of("time") === all && hours.size > 1) return issue("times-kept", "time");
  const dressed = of("minus", "parentheses", "unit", "currency");
  if (dressed === 0 || dressed + of("number") <= all * most) return [];
  // One unit: else these are names that begin with a number.
  const used = new Set(dictionary.filter((_, at) => made[at] === "unit").map((text) => unitOf(text.trim())));
  return [
    ...issue("minus-kept", "minus"),
    ...issue("parentheses-kept", "parentheses"),
    ...issue("currency-kept", "currency"),
    ...(used.size === 1 ? issue("units-kept", "unit") : []),
  ];
}
