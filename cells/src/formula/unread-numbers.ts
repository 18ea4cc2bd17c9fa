// How many texts number() was to read and could not: they are missing in its answer, which has to be said.

import type { Table } from "../artifacts/artifact.ts";
import { evaluate } from "./evaluate.ts";
import { call, type Expression } from "./expression.ts";
import { isMissing } from "./formula-function.ts";

/** Rows in which some number() of the formula gets a text that is none. The formula has been evaluated without a failure. */
export function unreadNumbers(expression: Expression, table: Table): number {
  const readings = readingsIn(expression);
  if (readings.length === 0) return 0;
  const unread = new Uint8Array(table.rowCount);
  for (const text of readings) {
    const source = evaluate(text, table);
    const read = evaluate(call("number", [text]), table);
    if (!source.ok || !read.ok || source.value.type !== "text") continue;
    for (let row = 0; row < table.rowCount; row += 1)
      if (!isMissing(source.value, row) && isMissing(read.value, row)) unread[row] = 1;
  }
  return unread.reduce((sum, one) => sum + one, 0);
}

/** What stands in each number(). */
function readingsIn(expression: Expression): readonly Expression[] {
  const found: Expression[] = [];
  for (let level: readonly Expression[] = [expression]; level.length > 0; ) {
    const calls = level.flatMap((each) => (each.type === "call" ? [each] : []));
    for (const { name, args } of calls) if (name === "number") found.push(...args);
    level = calls.flatMap((each) => each.args);
  }
  return found;
}
