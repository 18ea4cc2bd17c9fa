// What is wrong with a row, said with its number and line.

import { FailureError } from "../../../base/failure.ts";
import { words } from "../words.ts";

export const unequalRows = (row: number, line: number, expected: number, found: number): FailureError =>
  new FailureError(words.failure("rows-unequal", { row, line, expected, found }, { fix: { path: ["ragged"], value: "fill" } }));

/** More fields than the header has: filling cannot mend it. */
export const longRow = (row: number, line: number, expected: number, found: number): FailureError =>
  new FailureError(words.failure("row-too-long", { row, line, expected, found }));

export const openQuote = (line: number): FailureError =>
  new FailureError(words.failure("quote-open", { line }, { at: ["quotes"], fix: { path: ["quotes"], value: "none" } }));

export const mixedLineEnds = (line: number): FailureError => new FailureError(words.failure("line-ends-mixed", { line }));

/** A row with fields in which nothing stands beyond its columns: one of its delimiters may be too many. */
export const surplusRow = (row: number, line: number, expected: number, found: number): FailureError =>
  new FailureError(words.failure("row-surplus", { row, line, expected, found }, { fix: { path: ["ragged"], value: "fill" } }));

/** Behind a closing quote stands something else than a delimiter or a line end. */
export const quoteInside = (line: number, opens: number, behind: string): FailureError =>
  new FailureError(
    words.failure("quote-inside", { line, opens, behind }, { at: ["quotes"], fix: { path: ["quotes"], value: "none" } }),
  );
