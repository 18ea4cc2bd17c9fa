// Labels that may be one. Stricter than what the step merge-labels proposes, since nobody asked: signs that mean something (+ and -
// behind a name, < and >) and the ends of names (luminal A and B, stage I and II) keep labels apart, and of two that differ by a
// letter one must be rare.

import { type Label, type NearLabels, nearLabels } from "../../base/near-labels.ts";
import type { ColumnFacts, JudgeOf, TableVerdict } from "../../contract/quality-rule.ts";
import { meaningOf } from "../../artifacts/semantics.ts";
import { sexCalled } from "../parts/declared-sex.ts";
import { listed } from "../parts/said-of-columns.ts";
import { allColumns } from "../parts/table-data.ts";
import type { nearLabelsRule } from "./rule.ts";
import { words } from "./words.ts";

export const judge: JudgeOf<typeof nearLabelsRule> = {
  judge(data, { rare, labels: most }) {
    const { rowCount } = data.table;
    const labelled = allColumns(data).flatMap((each) => {
      const labels = areLabels(each) ? labelsOf(each, rowCount, most) : null;
      return labels ? [{ each, labels }] : [];
    });
    if (labelled.length === 0) return { lacks: words.sentence("none") };
    return {
      measures: [],
      verdicts: labelled.flatMap(({ each, labels }): readonly TableVerdict[] => {
        const isOfSex = each.column.semantic === "sex";
        const others = isOfSex ? labels.filter(({ text }) => sexCalled(text) === null) : labels;
        const groups = [...(isOfSex ? wordsOfSex(labels) : []), ...nearLabels(others).flatMap((group) => sure(group, rare))];
        if (groups.length === 0) return [];
        const shown = groups.map((group) => group.map(({ text, count }) => `${text} (${count})`).join(" = "));
        const { name } = each.column;
        const step = {
          verb: "merge-labels",
          column: name,
          groups: groups.map((group) => mergedOf(group)),
        };
        const says = words.sentence("same", { column: name, groups: groups.length, labels: listed(shown) });
        return [{ level: "warn", columns: [each.place], value: groups.length, threshold: rare, says, step }];
      }),
    };
  },
};

/** F and female are one, as they are wherever a sex is read. The commonest first. */
const wordsOfSex = (labels: readonly Label[]): readonly NearLabels[] =>
  (["female", "male"] as const)
    .map((sex) => labels.filter(({ text }) => sexCalled(text) === sex).sort((a, b) => b.count - a.count))
    .filter((group) => group.length > 1);

/** The commonest of them names all, without spaces around it and signs that nobody sees. */
function mergedOf(group: NearLabels) {
  const first = group[0]?.text ?? "";
  const cleaned = first
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  const to = cleaned === "" ? first : cleaned;
  return { to, from: group.flatMap(({ text }) => (text === to ? [] : [text])) };
}

/** Names, sequences, genes and codes are written as they are. */
function areLabels({ column, isName }: ColumnFacts): boolean {
  const { identifies, groups } = meaningOf(column.semantic);
  return column.type === "text" && !isName && !identifies && groups && column.semantic !== "date";
}

/** Null: these are no labels, for most rows have one of their own. */
function labelsOf(each: ColumnFacts, rows: number, most: number): readonly Label[] | null {
  const levels = each.levels();
  if (!levels || levels.texts.length < 2 || levels.texts.length > most) return null;
  if (levels.texts.length > Math.max(10, (rows - each.missing) / 2)) return null;
  return levels.texts.map((text, at) => ({ text, count: levels.counts[at] as number }));
}

/** The parts of a group that are surely one label: those that are near the commonest of them. */
function sure([first, ...others]: NearLabels, rare: number): readonly NearLabels[] {
  if (!first) return [];
  const same = others.filter((other) => isSame(first, other, rare));
  const rest = others.filter((other) => !same.includes(other));
  return [...(same.length > 0 ? [[first, ...same]] : []), ...sure(rest, rare)];
}

/** Signs that stand for something: ER+ and ER-, <5 and >5, 50%. */
const signs = (text: string): string => (text.match(/[<>=≤≥%*#~^/]|[+-](?![\p{L}\p{N}])/gu) ?? []).join("");
const plainWords = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function isSame(a: Label, b: Label, rare: number): boolean {
  if (signs(a.text) !== signs(b.text)) return false;
  const [one, other] = [plainWords(a.text), plainWords(b.text)];
  if (one.join("") === other.join("")) return true;
  if (Math.min(a.count, b.count) > rare * Math.max(a.count, b.count)) return false;
  const differ =
    one.length === other.length ? one.flatMap((word, at) => (word === other[at] ? [] : [[word, other[at] ?? ""] as const])) : [];
  return differ.length === 1 && differ.every(([x, y]) => isSlip(x, y));
}

const roman = /^[ivx]+$/;

/** Another letter at the end is an ending (type A and B), and so is a number of the Romans. */
function isSlip(a: string, b: string): boolean {
  const common = (x: string, y: string): number => {
    let at = 0;
    while (at < x.length && x[at] === y[at]) at++;
    return at;
  };
  const from = common(a, b);
  const [restOfA, restOfB] = [a.slice(from), b.slice(from)];
  if (roman.test(restOfA || restOfB) && (roman.test(restOfB) || restOfB === "")) return false;
  // One letter more or less anywhere; another one only within.
  return a.length !== b.length ? Math.min(a.length, b.length) >= 3 : a.length >= 6 && restOfA.length > 1;
}
