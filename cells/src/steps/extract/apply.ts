// What a pattern finds first in each text, as columns. Where it finds nothing they are missing, and that is told.

import type { Column, TextColumn } from "../../artifacts/artifact.ts";
import { cellString, isMissing, moreOf, numberColumn } from "../../artifacts/table.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { words as shared } from "../words.ts";
import { needTexts, piecesOf, rowsWhere } from "../parts/map-texts.ts";
import { refuse, tableWith } from "../parts/step-scope.ts";
import { firstMatch } from "./match-pattern.ts";
import { parsePattern, type Pattern } from "./parse-pattern.ts";
import type { extract } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof extract>;

export const apply: Apply<typeof extract> = {
  table(step, table, scope) {
    const column = needTexts(scope, table, step.column, ["column"]);
    const pattern = needPattern(step, scope);
    const { columns, answers } = piecesOf(column, step.into, (text) => {
      scope.signal.throwIfAborted();
      const found = firstMatch(pattern, text);
      return found && (pattern.groups === 0 ? found : found.slice(1));
    });
    const n = rowsWhere(column, (code) => answers[code] === null);
    if (n > 0) scope.say(words.sentence("nowhere", { step: scope.index + 1, column: column.name, n }));
    const made = step.as === "number" ? asNumbers(columns, column, scope) : columns;
    const left = table.columns.filter((each) => step.keep || each !== column);
    return tableWith(scope, [...left, ...made], table.rowCount, ["into"]);
  },
};

function needPattern(step: Options, scope: StepScope): Pattern {
  if (step.pattern === "") return refuse(scope, shared, "nothing-chosen", { field: "pattern" }, ["pattern"]);
  const found = parsePattern(step.pattern, step.ignoreCase);
  if ("fault" in found) return refuse(scope, words, found.fault, { at: found.at, lower: "{", upper: "}" }, ["pattern"]);
  if (step.into.length === 0) return refuse(scope, shared, "nothing-chosen", { field: "into" }, ["into"]);
  const groups = Math.max(1, found.groups);
  return groups === step.into.length ? found : refuse(scope, words, "names", { groups, n: step.into.length }, ["into"]);
}

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function asNumbers(columns: readonly Column[], from: TextColumn, scope: StepScope): readonly Column[] {
  let n = 0;
  const made = columns.map((column) => {
    const rows = from.codes.length;
    const values = Array.from({ length: rows }, (_, row) => {
      if (isMissing(column, row)) return null;
      const text = cellString(column, row);
      if (number.test(text)) return Number(text);
      n++;
      return null;
    });
    return numberColumn(column.name, values, moreOf(column));
  });
  if (n > 0) scope.say(words.sentence("no-number", { step: scope.index + 1, column: from.name, n }));
  return made;
}
