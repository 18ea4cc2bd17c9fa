// FASTA as a table of its sequences. Letters stay in the case in which they stand, gaps where they are; blanks between
// letters are taken out and said.

import { FailureError } from "../../base/failure.ts";
import type { FileContent, Issue, Read } from "../../contract/format.ts";
import { eachLine, grownTo, isBlank, shown } from "../parts/sequences/each-line.ts";
import { blank, kindOfByte } from "../parts/sequences/letters.ts";
import { SequenceRows } from "../parts/sequences/sequence-rows.ts";
import { words as sequenceWords } from "../parts/sequences/words.ts";
import { words as loadWords } from "../parts/words.ts";
import { words } from "./words.ts";

/** Unpacked bytes of which a table is made. */
const mostBytes = 1 << 28;

export const read: Read = async (task): Promise<FileContent> => {
  const { records, alphabet } = task.settings;
  const rows = new SequenceRows();
  let sequence = new Uint8Array(1 << 16);
  let length = 0;
  /** Line of the title that is open; 0: none is. */
  let title = 0;
  let bytesRead = 0;
  let isCut = false;
  const spaced = { count: 0, line: 0 };
  const comments = { count: 0, line: 0 };
  const close = (): void => {
    if (title > 0) rows.addSequence(sequence, 0, length, title);
    title = 0;
    length = 0;
  };
  const isWhole = await eachLine(
    task.open(),
    (bytes, start, end, line) => {
      bytesRead += end - start + 1;
      if (bytesRead > mostBytes && records === null)
        throw new FailureError(words.failure("large", { mb: mostBytes >> 20 }, { fix: { path: ["records"], value: 1000 } }));
      const first = bytes[start];
      if (first === 62) {
        close();
        if (rows.count === records || (bytesRead > task.bytesWanted && rows.count > 0)) {
          isCut = rows.count !== records;
          return true;
        }
        rows.addTitle(bytes, startOfTitle(bytes, start + 1, end), end);
        title = line;
        return;
      }
      if (isBlank(bytes, start, end)) return;
      if (title === 0) {
        if (first !== 59) throw new FailureError(words.failure("headless", { line, found: shown(bytes, start, end) }));
        if (comments.count++ === 0) comments.line = line;
        return;
      }
      if (length + end - start > sequence.length) sequence = grownTo(sequence, length, length + end - start);
      let hasBlanks = false;
      for (let at = start; at < end; at++) {
        const kind = kindOfByte[bytes[at] as number] as number;
        if (kind === 0) refuse(bytes, at, end, line);
        if (kind === blank) hasBlanks = true;
        else sequence[length++] = bytes[at] as number;
      }
      if (hasBlanks && spaced.count++ === 0) spaced.line = line;
    },
    task.signal,
  );
  close();
  if (rows.count === 0)
    throw new FailureError(
      comments.count > 0 ? words.failure("headless", { line: comments.line, found: ";" }) : loadWords.failure("empty"),
    );
  const { table, issues, lineOf } = rows.finish(alphabet);
  const note = (rule: string, line: number, message: Issue["message"]): Issue => ({
    rule,
    severity: rule === "comments" ? "note" : "warning",
    line,
    field: rule === "comments" ? null : "sequence",
    message,
  });
  return {
    content: { shape: "whole", artifact: table },
    header: null,
    issues: [
      ...issues,
      ...(spaced.count > 0 ? [note("blanks-inside", spaced.line, sequenceWords.sentence("blanks-inside", spaced))] : []),
      ...(comments.count > 0 ? [note("comments", comments.line, words.sentence("comments", comments))] : []),
    ],
    said: !isWhole && !isCut ? [sequenceWords.sentence("first-records", { count: rows.count })] : [],
    turnedIntoDates: [],
    lineOf,
    whole: !isCut,
  };
};

/** Old programs put a blank behind the mark. */
function startOfTitle(bytes: Uint8Array, from: number, end: number): number {
  let start = from;
  while (start < end && bytes[start] === 32) start++;
  return start;
}

function refuse(bytes: Uint8Array, at: number, end: number, line: number): never {
  const byte = bytes[at];
  if (byte === 0) throw new FailureError(loadWords.failure("zero-byte", { line }));
  if (byte === 13) throw new FailureError(loadWords.failure("line-ends-mixed", { line }));
  throw new FailureError(sequenceWords.failure("letter", { line, found: shown(bytes, at, Math.min(end, at + 1)) }));
}
