// A Clustal file as the table of its rows. Blocks hold the same rows in the same order; the marks below them are made anew
// from the letters by whoever wants them.

import { FailureError } from "../../base/failure.ts";
import type { Read } from "../../contract/format.ts";
import { AlignedRows, tableOfAligned, wholeContent } from "../parts/sequences/aligned-rows.ts";
import { lazyLines } from "../parts/sequences/text-lines.ts";
import { words } from "./words.ts";

export const read: Read = async (task) => {
  const lines = lazyLines(await task.bytes());
  const aligned = new AlignedRows();
  let first = 0;
  while (lines.at(first)?.trim() === "") first++;
  /** Rows of this block so far, and whether it is the first. */
  let at = 0;
  let isFirst = true;
  let last = first + 1;
  const closeBlock = (): void => {
    if (at === 0) return;
    if (at < aligned.count) throw new FailureError(words.failure("block", { line: last, row: aligned.nameOf(at) ?? "" }));
    at = 0;
    isFirst = false;
  };
  for (let place = first + 1; place < lines.length; place++) {
    const line = lines.at(place) as string;
    const isMarks = /^\s/.test(line) && /^[\s*:.]*$/.test(line);
    if (line.trim() === "" || isMarks) {
      closeBlock();
      continue;
    }
    const [, name = "", letters = ""] = /^(\S+)\s+(\S+)(?:\s+\d+)?\s*$/.exec(line) ?? [];
    if (name === "") throw new FailureError(words.failure("row", { line: place + 1, found: line.slice(0, 60) }));
    const expected = aligned.nameOf(at);
    if (isFirst ? aligned.has(name) : name !== expected)
      throw new FailureError(
        words.failure(isFirst ? "row-twice" : "other-row", { line: place + 1, row: name, expected: expected ?? "" }),
      );
    aligned.add(name, letters, place + 1);
    last = place + 1;
    at += 1;
  }
  closeBlock();
  if (aligned.count === 0) throw new FailureError(words.failure("no-rows", { line: first + 1 }));
  aligned.checkLengths();
  return wholeContent(tableOfAligned(aligned.texts(), task.settings.alphabet));
};
