// What the first line of a text may have been before it was damaged: a letter or two lost or changed, the tabs gone, something
// before it, or the whole line lost. Guesses only: whether one of them makes the text a file of a format, its recognition says.

import { editDistance } from "../../base/nearest-name.ts";
import type { FirstLine } from "./first-line.ts";
import { lostLines } from "./lost-lines.ts";
import { marks } from "./marks.ts";
import { sequencesWithTitle } from "./lost-titles.ts";

/** Each way costs a look at the formats: of a text that is nothing but a table there are none, or one. */
export function possibleFirstLines(text: string, isWhole: boolean): readonly FirstLine[] {
  const clean = withoutDirt(text);
  const [first, rest] = firstAndRest(clean.text);
  const { line, found } = clean;
  const as = (expected: string): FirstLine => ({ line, found, expected, text: expected + rest });
  return [
    ...(clean.text === text ? [] : [as(first)]),
    ...nearMarks(first, rest).map(as),
    ...withTabs(first, rest).map(as),
    ...(isWhole && /^\s*"\w+"\s*:/.test(first) && text.trimEnd().endsWith("}") ? [as(`{${first}`)] : []),
    ...sequencesWithTitle(first, rest, as),
    ...lostLines(clean.text, isWhole),
    ...lostLines(rest.trimStart(), isWhole).map((lost) => ({ ...lost, found })),
  ];
}

/** Where the first line ends; behind it everything, its line end first. */
function firstAndRest(text: string): readonly [string, string] {
  const end = /\r\n|\n|\r/.exec(text)?.index ?? text.length;
  return [text.slice(0, end), text.slice(end)];
}

/** Empty lines, blanks and marks of encodings before the first letter; quotes of a spreadsheet about the whole first line. */
function withoutDirt(text: string): { readonly text: string; readonly line: number; readonly found: string } {
  const before = /^[\s\ufeff\u200b]*/.exec(text)?.[0] ?? "";
  const whole = text.slice(before.length);
  const [first, rest] = firstAndRest(whole);
  const unquoted = /^"(.*)"$/.exec(first)?.[1]?.replaceAll('""', '"') ?? first;
  const isBlank = /^[^\S\r\n]*[\r\n]/.test(text);
  return { text: unquoted + rest, line: 1, found: isBlank ? "" : firstAndRest(text)[0] };
}

/** Lines that begin nearly as a format does, with its mark in place: a letter or two lost, added, changed, in another case. */
function nearMarks(first: string, rest: string): readonly string[] {
  return marks.flatMap(({ mark, below }) => {
    if (below && !below.test(rest.trimStart())) return [];
    const limit = mark.length < 8 ? 1 : 2;
    const near = Array.from({ length: 2 * limit + 1 }, (_, at) => {
      const length = mark.length - limit + at;
      const begin = first.slice(0, length);
      const isUsual = length < 2 || begin.length < length || begin === mark;
      const edits = isUsual ? limit + 1 : editDistance(begin.toLowerCase(), mark.toLowerCase(), limit);
      return { edits, expected: mark + first.slice(length) };
    });
    const least = Math.min(...near.map(({ edits }) => edits));
    return least > limit ? [] : near.flatMap(({ edits, expected }) => (edits === least && expected !== first ? [expected] : []));
  });
}

/** Blanks in the place of tabs, which its rows have. */
function withTabs(first: string, rest: string): readonly string[] {
  const next = rest.trimStart().split(/[\r\n]/, 1)[0] ?? "";
  return !first.includes("\t") && / /.test(first) && next.includes("\t") ? [first.replaceAll(/ +/g, "\t")] : [];
}
