// What is wrong with a row, said with its number and line.

import { FailureError, failure } from "../../../base/failure.ts";

export const unequalRows = (row: number, line: number, expected: number, found: number): FailureError =>
  new FailureError(failure("load.rows-unequal", { row, line, expected, found }, { fix: { path: ["ragged"], value: "fill" } }));

/** More fields than the header has: filling cannot mend it. */
export const longRow = (row: number, line: number, expected: number, found: number): FailureError =>
  new FailureError(failure("load.row-too-long", { row, line, expected, found }));

export const openQuote = (line: number): FailureError => new FailureError(failure("load.quote-open", { line }));

export const mixedLineEnds = (line: number): FailureError => new FailureError(failure("load.line-ends-mixed", { line }));
