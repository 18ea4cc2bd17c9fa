// Joins of two tables by equal values. Rows come in the order of the left table, and for each in that of the right; of a
// full join the right rows without a partner follow. Missing and NaN match nothing.

import { bytesBy, doublesBy, wholesBy } from "../../base/filled-arrays.ts";
import type { Column } from "../../artifacts/artifact.ts";
import { nearlyEqualNames } from "../../artifacts/nearly-equal-names.ts";
import { isMissing, moreOf, rowsOfColumn, takeRows } from "../../artifacts/table.ts";
import { wordsInTheWay } from "../../artifacts/texts-like-numbers.ts";
import { columnOfValues, textValues, typeOfColumn } from "../../formula/values.ts";
import { takeRowsOrMissing } from "../../artifacts/take-rows-or-missing.ts";
import { groupCodes, rowsByGroup, type Codes } from "../parts/rows-by-key.ts";
import { refuseOtherBuild, refuseOtherNames } from "../parts/same-genome.ts";
import { needColumn, refuse, tableWith } from "../parts/step-scope.ts";
import type { Apply, StepScope } from "../../contract/step.ts";
import { words as shared } from "../words.ts";
import type { join } from "./step.ts";
import { words } from "./words.ts";

const largest = 20_000_000;

const inTheWay = (column: Column) => (column.type === "text" ? wordsInTheWay(column.name, column.dictionary) : null);

export const apply: Apply<typeof join> = {
  table(step, table, scope) {
    if (!step.with) return refuse(scope, shared, "nothing-chosen", { field: "with" }, ["with"]);
    if (step.on.length === 0) return refuse(scope, shared, "nothing-chosen", { field: "on" }, ["on"]);
    const other = scope.input(step.with);
    if (other.type !== "table") return refuse(scope, shared, "not-a-table", {}, ["with"]);
    const pairs = step.on.map(({ left, right }, at) => {
      const pair = {
        left: needColumn(scope, table, left, ["on", at, "left"]),
        right: needColumn(scope, other, right, ["on", at, "right"]),
      };
      const types = [typeOfColumn(pair.left), typeOfColumn(pair.right)] as const;
      if (types[0] !== types[1]) {
        const odd = types.includes("number") ? (inTheWay(pair.left) ?? inTheWay(pair.right)) : null;
        if (odd) return refuse(scope, words, "types-but-words", { left, right, ...odd }, ["on", at]);
        return refuse(scope, words, "types", { left, right, leftType: types[0], rightType: types[1] }, ["on", at]);
      }
      if (pair.left.semantic === "chromosome" && pair.right.semantic === "chromosome") {
        const sides = { here: pair.left, there: pair.right };
        refuseOtherBuild(scope, sides, ["on", at]);
        refuseOtherNames(scope, sides, ["on", at]);
      }
      return pair;
    });

    for (const pair of pairs) sayNearly(scope, pair.left, pair.right);
    const { left, right, groups } = matchKeys(pairs, table.rowCount, other.rowCount);
    const partners = rowsByGroup(right, groups);
    const countOf = (row: number): number => {
      const group = left[row] as number;
      return group < 0 ? 0 : (partners.offsets[group + 1] as number) - (partners.offsets[group] as number);
    };
    if (step.how === "semi" || step.how === "anti") {
      const wanted = step.how === "semi";
      const kept: number[] = [];
      for (let row = 0; row < table.rowCount; row++) if (countOf(row) > 0 === wanted) kept.push(row);
      return takeRows(table, kept);
    }

    sayRepeats(scope, table.rowCount, countOf);
    const keepsLeft = step.how !== "inner";
    let size = 0;
    for (let row = 0; row < table.rowCount; row++) size += Math.max(countOf(row), keepsLeft ? 1 : 0);
    const lonely: number[] = [];
    if (step.how === "full") {
      const matched = new Uint8Array(groups);
      for (const group of left) if (group >= 0) matched[group] = 1;
      for (let row = 0; row < other.rowCount; row++) {
        const group = right[row] as number;
        if (group < 0 || matched[group] === 0) lonely.push(row);
      }
      size += lonely.length;
    }
    if (size > largest) return refuse(scope, shared, "join-large", { limit: largest }, ["on"]);
    const leftRows = new Int32Array(size);
    const rightRows = new Int32Array(size);
    let at = 0;
    for (let row = 0; row < table.rowCount; row++) {
      const count = countOf(row);
      const start = count === 0 ? 0 : (partners.offsets[left[row] as number] as number);
      for (let nth = 0; nth < Math.max(count, keepsLeft ? 1 : 0); nth++) {
        leftRows[at] = row;
        rightRows[at] = count === 0 ? -1 : (partners.rows[start + nth] as number);
        at += 1;
      }
    }
    for (const row of lonely) {
      leftRows[at] = -1;
      rightRows[at] = row;
      at += 1;
    }

    const columns = table.columns.map((column) => {
      const pair = pairs.find((each) => each.left === column);
      return pair && lonely.length > 0 ? eitherKey(column, pair.right, leftRows, rightRows) : takeRowsOrMissing(column, leftRows);
    });
    const taken = new Set(columns.map((column) => column.name));
    for (const column of other.columns) {
      if (pairs.some((pair) => pair.right === column)) continue;
      let name = column.name;
      for (let number = 2; taken.has(name); number++) name = `${column.name}_${number}`;
      taken.add(name);
      columns.push({ ...takeRowsOrMissing(column, rightRows), name });
    }
    return tableWith(scope, columns, size);
  },
};

/** Rows that match nothing for spaces or case alone. */
function sayNearly(scope: StepScope, left: Column, right: Column): void {
  const rows = nearlyEqualNames(left, right);
  if (rows > 0)
    scope.say(
      words.sentence("nearly", { step: scope.index + 1, rows, all: rowsOfColumn(left), left: left.name, right: right.name }),
    );
}

/** Rows that stand several times in the answer, since the other table has several rows for them. */
function sayRepeats(scope: StepScope, rowCount: number, countOf: (row: number) => number): void {
  let rows = 0;
  let more = 0;
  for (let row = 0; row < rowCount; row++) {
    const count = countOf(row);
    if (count < 2) continue;
    rows += 1;
    more += count - 1;
  }
  if (rows > 0) scope.say(words.sentence("repeated", { step: scope.index + 1, rows, all: rowCount, more }));
}

/** Group of each row by its key, the same number on both sides; -1 where a part of the key is missing or NaN. */
function matchKeys(pairs: readonly { readonly left: Column; readonly right: Column }[], leftCount: number, rightCount: number) {
  const rows = leftCount + rightCount;
  const dead = new Uint8Array(rows);
  const parts = pairs.map(({ left, right }): Codes => {
    const codes = new Int32Array(rows);
    const known = new Map<string | number, number>();
    for (const [column, shift, count] of [
      [left, 0, leftCount],
      [right, leftCount, rightCount],
    ] as const) {
      const codeOf = (value: string | number): number => {
        const code = known.get(value) ?? known.size + 1;
        known.set(value, code);
        return code;
      };
      const entries = column.type === "text" ? column.dictionary.map(codeOf) : null;
      for (let row = 0; row < count; row++) {
        const value = column.type === "text" ? 0 : (column.values[row] as number);
        if (isMissing(column, row) || Number.isNaN(value)) dead[shift + row] = 1;
        else
          codes[shift + row] =
            entries && column.type === "text" ? (entries[column.codes[row] as number] as number) : codeOf(value);
      }
    }
    return { codes, count: known.size + 1 };
  });
  const { groupOf, firstRow } = groupCodes(parts, rows);
  const live = groupOf.map((group, row) => (dead[row] ? -1 : group));
  return { left: live.subarray(0, leftCount), right: live.subarray(leftCount), groups: firstRow.length };
}

/** Of a full join: the key of the left row, or of the right one where there is no left. */
function eitherKey(left: Column, right: Column, leftRows: Int32Array, rightRows: Int32Array): Column {
  const a = takeRowsOrMissing(left, leftRows);
  const b = takeRowsOrMissing(right, rightRows);
  const rows = leftRows.length;
  const valid = bytesBy(leftRows.length, (at) => (isMissing(leftRows[at] === -1 ? b : a, at) ? 0 : 1));
  const more = moreOf(left);
  if (a.type === "text" || b.type === "text") {
    const textAt = (column: Column, row: number): string =>
      column.type === "text" ? (column.dictionary[column.codes[row] as number] ?? "") : "";
    return {
      ...columnOfValues(
        left.name,
        textValues(rows, valid, (row) => textAt(leftRows[row] === -1 ? b : a, row)),
      ),
      ...more,
    };
  }
  const at = (row: number): number => (leftRows[row] === -1 ? b : a).values[row] as number;
  const values =
    a.type === "boolean"
      ? ({ type: "boolean", values: bytesBy(rows, at), valid } as const)
      : a.type === "int32" && b.type === "int32"
        ? ({ type: "number", values: wholesBy(rows, at), valid } as const)
        : ({ type: "number", values: doublesBy(rows, at), valid } as const);
  return { ...columnOfValues(left.name, values), ...more };
}
