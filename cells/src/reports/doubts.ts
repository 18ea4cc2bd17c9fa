// What is doubtful in an answer, as reports keep it: sentences that are said in the reader's language. They name columns,
// features and classes, and no rows.

import { z } from "zod";

export const doubts = z.array(
  z.looseObject({ key: z.string(), params: z.looseObject({}), rows: z.array(z.number()).exactOptional() }),
);
type Doubts = z.output<typeof doubts>;

/** Numbers of rows that they tell of. */
export const rowsTold = (said: Doubts = []): readonly number[] => said.flatMap(({ rows = [] }) => rows).filter((n) => n > 0);

/**
 * For whoever sees groups alone: doubts that tell of no number of rows, and of rows that are left out how many and in which
 * columns a value is missing, without the number of each column.
 */
export const doubtsOfGroups = (said: Doubts = []): Doubts =>
  said.flatMap((doubt) => {
    const { params, rows } = doubt;
    if (rows === undefined) return [doubt];
    const { columns } = params;
    if (!Array.isArray(columns)) return [];
    const names = columns.map((column) => String(column).replace(/ \(\d+\)$/, ""));
    return [{ ...doubt, params: { ...params, columns: names }, rows: rows.slice(0, 1) }];
  });
