// How the numbers under boxes and violins ("n = 12") stand where there is little room: no two touch, and none is lost while
// three lines hold them. Pure; asked by theme-figure.ts.

import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";

/** How wide a letter of 12 pixels is, generously; how far apart two numbers and two lines stand. */
const letter = 7;
const gap = 4;
const line = 14;
/** Beyond, the drawing would be a table: what fits nowhere is left to the text alternative and the data. */
const mostLines = 3;
const word = /^n = /;

interface Count {
  /** Place in the list of annotations. */
  readonly at: number;
  /** Middle, in pixels. */
  readonly x: number;
  readonly text: string;
}

interface Placed {
  readonly annotations: readonly Json[];
  readonly lines: number;
}

/** `width` of the drawing in pixels. `lines` are how many the numbers take below the axis at most; 0 where there are none. */
export function placeCounts(layout: JsonObject, width: number): Placed {
  const annotations = Array.isArray(layout["annotations"]) ? (layout["annotations"] as readonly Json[]) : [];
  const axes = new Set(annotations.flatMap((note) => (isCount(note) ? [String(note["xref"] ?? "x")] : [])));
  let placed: Placed = { annotations, lines: 0 };
  for (const id of axes) {
    const axis = layout[`xaxis${id.slice(1)}`];
    if (!isJsonObject(axis)) continue;
    const next = placedOn(id, axis, placed.annotations, width);
    placed = { annotations: next.annotations, lines: Math.max(placed.lines, next.lines) };
  }
  return placed;
}

const isCount = (note: Json): note is JsonObject => isJsonObject(note) && note["meta"] === "n";

/** On one axis. */
function placedOn(id: string, { range, domain }: JsonObject, annotations: readonly Json[], whole: number): Placed {
  if (!Array.isArray(range)) return { annotations, lines: 0 };
  const [from, to] = Array.isArray(domain) ? domain.map(Number) : [0, 1];
  const width = whole * ((to ?? 1) - (from ?? 0));
  const perUnit = width / (Number(range[1]) - Number(range[0]));
  const counts = annotations
    .flatMap((note, at): Count[] =>
      isCount(note) && (note["xref"] ?? "x") === id ? [{ at, x: Number(note["x"]) * perUnit, text: String(note["text"]) }] : [],
    )
    .sort((a, b) => a.x - b.x);
  const first = counts[0];
  if (!first || inLines(counts).every((line) => line === 0)) return { annotations, lines: first ? 1 : 0 };
  const bare = counts.map((count) => ({ ...count, text: count.text.replace(word, "") }));
  const lineOf = inLines(bare);
  const placed = new Map(bare.map((count, index) => [count.at, { text: count.text, line: lineOf[index] ?? null }]));
  return {
    annotations: annotations.flatMap((note, at) => {
      const mine = placed.get(at);
      if (!mine || !isJsonObject(note)) return [note];
      if (mine.line === null) return [];
      const below = mine.line === 0 ? {} : { yshift: Number(note["yshift"] ?? 0) - mine.line * line };
      // The first still says what all of them are: its number stands where it would without the word.
      return at === first.at && word.test(first.text)
        ? [{ ...note, ...below, xanchor: "right", xshift: (mine.text.length * letter) / 2 }]
        : [{ ...note, ...below, text: mine.text }];
    }),
    lines: 1 + Math.max(0, ...lineOf.map((found) => found ?? 0)),
  };
}

/** How much more room the names under the axis leave to the numbers. */
export const roomOfLines = (lines: number): number => Math.max(0, lines - 1) * line;

/** The line of each, the first one in which it touches nobody; null = none. Counts come from left to right. */
function inLines(counts: readonly Count[]): (number | null)[] {
  const ends: number[] = [];
  return counts.map(({ x, text }) => {
    const half = (text.length * letter) / 2;
    let at = ends.findIndex((end) => x - half >= end + gap);
    if (at === -1 && ends.length < mostLines) at = ends.length;
    if (at === -1) return null;
    ends[at] = x + half;
    return at;
  });
}
