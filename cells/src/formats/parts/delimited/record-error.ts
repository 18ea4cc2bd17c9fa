// What is wrong with a row, said with its number and line.

import { FailureError } from "../../../base/failure.ts";
import { words } from "../words.ts";

export const unequalRows = (row: number, line: number, expected: number, found: number): FailureError =>
  new FailureError(words.failure("rows-unequal", { row, line, expected, found }, { fix: { path: ["ragged"], value: "fill" } }));

/** More fields than the header has: filling cannot mend it. */
export const longRow = (row: number, line: number, expected: number, found: number): FailureError =>
  new FailureError(words.failure("row-too-long", { row, line, expected, found }));

export const openQuote = (line: number): FailureError => new FailureError(words.failure("quote-open", { line }));

export const mixedLineEnds = (line: number): FailureError => new FailureError(words.failure("line-ends-mixed", { line }));
