// Columns of texts most of which read as numbers. What stands in the way is named; where it is a word or two for nothing measured, a
// formula reads the rest, limits (<0.5) at the number that they name; of other signs it is said where to say what they mean.

import type { ColumnFacts, JudgeOf, Levels, TableVerdict } from "../../contract/quality-rule.ts";
import { isLikeNumber, mayMeanNothing } from "../../artifacts/texts-like-numbers.ts";
import { formulaColumn } from "../../formula/quote-columns.ts";
import { listed, percent } from "../parts/said-of-columns.ts";
import { allColumns } from "../parts/table-data.ts";
import type { numbersAsTexts } from "./rule.ts";
import { words } from "./words.ts";

/** What a formula's number() reads; zeros before it make a code. */
const plain = /^\s*[+-]?(?:0|[1-9]\d*|(?=\.\d))(?:\.\d+)?(?:[eE][+-]?\d+)?\s*$/;
/** A bound of what could be measured, and the sign before it. */
const limit = /^\s*([<>≤≥]=?)\s*(?:0|[1-9]\d*|(?=\.\d))(?:\.\d+)?(?:[eE][+-]?\d+)?\s*$/;
/** Texts that are looked at where they are too many to be categories. */
const most = 5_000;

export const judge: JudgeOf<typeof numbersAsTexts> = {
  judge(data, { warn }) {
    const all = allColumns(data).filter(({ column }) => column.type === "text");
    if (all.length === 0) return { lacks: words.sentence("none") };
    return { measures: [], verdicts: all.flatMap((each) => judged(each, warn)) };
  },
};

function judged(each: ColumnFacts, warn: number): readonly TableVerdict[] {
  const { column, place, isName } = each;
  if (isName || column.semantic === "percent" || column.semantic === "date" || column.semantic === "chromosome") return [];
  const { texts, counts } = textsOf(each);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const of = (is: (text: string) => boolean): number =>
    counts.reduce((sum, count, at) => sum + (is(texts[at] ?? "") ? count : 0), 0);
  const isRead = (text: string): boolean => plain.test(text);
  const value = of((text) => isRead(text) || isLikeNumber(text)) / all;
  // A few numbers among few texts are codes of something.
  if (all === 0 || value < warn || texts.length < 3 || texts.some((text) => /^\s*[+-]?0\d/.test(text))) return [];
  const others = texts.filter((text) => !isRead(text));
  const name = formulaColumn(column.name);
  const step = { verb: "derive", name: column.name, formula: `number(${name})` };
  const said = { column: column.name, percent: percent(value) };
  if (others.length === 0)
    return [{ level: "warn", columns: [place], value, threshold: warn, says: words.sentence("plain", said), step }];
  const signs = others.filter(isLikeNumber);
  const limits = signs.length > 0 ? signs.flatMap((text) => limit.exec(text)?.[1] ?? []) : [];
  const unread = others.filter((text) => !isLikeNumber(text));
  if (limits.length > 0 && limits.length === signs.length && mayMeanNothing(unread)) {
    const without = [...new Set(limits)].reduce((formula, mark) => `replace(${formula}, "${mark}", "")`, name);
    const says = words.sentence(unread.length > 0 ? "limits-and-words" : "limits", {
      ...said,
      example: listed(signs),
      words: listed(unread),
    });
    return [{ level: "warn", columns: [place], value, threshold: warn, says, step: { ...step, formula: `number(${without})` } }];
  }
  if (signs.length === 0 && mayMeanNothing(others)) {
    const says = words.sentence("words", { ...said, n: others.length, words: listed(others) });
    return [{ level: "warn", columns: [place], value, threshold: warn, says, step }];
  }
  const says = words.sentence("signs", { ...said, example: signs[0] ?? others[0] ?? "" });
  return [{ level: "warn", columns: [place], value, threshold: warn, says }];
}

function textsOf({ column, levels }: ColumnFacts): Pick<Levels, "texts" | "counts"> {
  const found = levels();
  if (found || column.type !== "text") return found ?? { texts: [], counts: [] };
  const texts = column.dictionary.slice(0, most);
  return { texts, counts: texts.map((text) => (text === "" ? 0 : 1)) };
}
