// Reads and sequences whose first title lost its mark, or was lost with lines behind it.

import type { FirstLine } from "./first-line.ts";

const bases = /^[ACGTUNacgtun.*-]+$/;
const letters = /^[A-Za-z*-]+$/;

/** `as`: the first line is to be that. */
export function sequencesWithTitle(first: string, rest: string, as: (expected: string) => FirstLine): readonly FirstLine[] {
  const lines = [first, ...rest.replace(/^(?:\r\n|\n|\r)/, "").split(/\r\n|\n|\r/)];
  const isRead = (at: number): boolean => {
    const [sequence = "", plus = "", quality = ""] = lines.slice(at + 1, at + 4);
    return bases.test(sequence) && plus.startsWith("+") && sequence.length === quality.length && !/\s/.test(quality);
  };
  const isNext = (at: number): boolean => lines[at] === undefined || lines[at] === "" || (lines[at] as string).startsWith("@");
  if (isRead(0) && isNext(4)) return first.startsWith("@") ? [] : [as(`@${first}`)];
  const lost = [1, 2, 3].find((at) => lines[at]?.startsWith("@") && isRead(at) && isNext(at + 4));
  const isRhythm = lost === 3 ? bases.test(first) && lines[1]?.startsWith("+") : lost === 2 ? first.startsWith("+") : lost === 1;
  if (lost !== undefined && isRhythm && !/\s/.test(lines[lost - 1] as string))
    return [{ line: 1, found: first, expected: "@…", isForm: true, text: lines.slice(lost).join("\n") }];
  return fastaWithTitle(first, lines, as);
}

/** Lines of one width that a program broke, below a title without its ">"; or titles further down that have it. */
function fastaWithTitle(first: string, lines: readonly string[], as: (expected: string) => FirstLine): readonly FirstLine[] {
  if (first.startsWith(">") || first === "") return [];
  const next = lines.findIndex((line) => line.startsWith(">"));
  // The last line may be cut.
  const block = (next < 0 ? lines.slice(0, -1) : lines.slice(0, next)).filter((line) => line !== "");
  const [, ...below] = block;
  const width = below[0]?.length ?? 0;
  const isBroken = below.length > 2 && width >= 50 && below.slice(0, -1).every((line) => line.length === width);
  const areBelow = below.length > 0 && below.every((line) => letters.test(line));
  // A motif of JASPAR has such a title, too.
  if (/^A\s*\[/.test(below[0] ?? "")) return [as(`>${first}`)];
  if (areBelow && (isBroken || next > 0) && !(letters.test(first) && first.length >= width)) return [as(`>${first}`)];
  if (next <= 0 || !block.every((line) => letters.test(line))) return [];
  return [{ line: 1, found: first, expected: ">…", isForm: true, text: lines.slice(next).join("\n") }];
}
