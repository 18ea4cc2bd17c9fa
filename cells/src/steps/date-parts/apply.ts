// Columns of parts of dates; each different text is read once. What is no date has no parts, and is counted.

import type { Column, TextColumn } from "../../artifacts/artifact.ts";
import { integerColumn, isMissing, numberColumn } from "../../artifacts/table.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { chosenColumns, moreOfChanged, withColumnsFor } from "../parts/numbers-of-columns.ts";
import { refuse, tableWith } from "../parts/step-scope.ts";
import { readDate, type WrittenDate } from "../parts/written-date.ts";
import { partOf, turnOf } from "./parts-of-date.ts";
import { type dateParts, isCycle, namesOf } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof dateParts> = {
  table(step, table, scope) {
    const made = new Map<string, readonly Column[]>();
    for (const column of chosenColumns(step.columns, table, scope)) {
      if (column.type !== "text") return refuse(scope, words, "no-text", { column: column.name }, ["columns"]);
      made.set(column.name, partsOf(step, column, table.rowCount, scope));
    }
    return tableWith(scope, withColumnsFor(table, made, step.keep), table.rowCount);
  },
};

function partsOf({ parts }: OptionsOf<typeof dateParts>, column: TextColumn, rows: number, scope: StepScope): readonly Column[] {
  const read = column.dictionary.map(readDate);
  const dates = Array.from({ length: rows }, (_, row): WrittenDate | null =>
    isMissing(column, row) ? null : (read[column.codes[row] as number] ?? null),
  );
  const n = dates.filter((date, row) => date === null && !isMissing(column, row)).length;
  if (n > 0) scope.say(words.sentence("unread", { step: scope.index + 1, column: column.name, n }));
  const more = moreOfChanged(column);
  return [...new Set(parts)].flatMap((part): readonly Column[] => {
    const [name = "", cosine = ""] = namesOf(column.name, part);
    if (!isCycle(part))
      return [
        integerColumn(
          name,
          dates.map((date) => date && partOf(date, part)),
          more,
        ),
      ];
    const turns = dates.map((date) => date && turnOf(date, part));
    const of = (name: string, act: (angle: number) => number): Column =>
      numberColumn(
        name,
        turns.map((turn) => (turn === null ? null : act(2 * Math.PI * turn))),
        more,
      );
    return [of(name, Math.sin), of(cosine, Math.cos)];
  });
}
