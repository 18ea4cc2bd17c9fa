// The ways in which a PHYLIP file can be read, and which of them give as many sequences of as many letters as its first line says.

import type { LinesOfText } from "../parts/sequences/text-lines.ts";

export interface PhylipRow {
  readonly name: string;
  readonly line: number;
  readonly letters: string;
}
export const phylipLayouts = ["relaxed-blocks", "relaxed-rows", "strict-blocks", "strict-rows"] as const;
export type PhylipLayout = (typeof phylipLayouts)[number];

export interface Dims {
  /** Line of the numbers, from 0. */
  readonly at: number;
  readonly rows: number;
  readonly letters: number;
}

export function dimsOf(lines: LinesOfText): Dims | null {
  let at = 0;
  while (lines.at(at)?.trim() === "") at++;
  const found = /^\s*(\d+)\s+(\d+)/.exec(lines.at(at) ?? "");
  return found ? { at, rows: Number(found[1]), letters: Number(found[2]) } : null;
}

/** The lines below the numbers that are not empty: their places in the file, from 0. */
export interface Filled {
  readonly lines: LinesOfText;
  readonly places: Int32Array;
}

export function filledBelow(lines: LinesOfText, { at }: Dims): Filled {
  const places = new Int32Array(lines.length);
  let count = 0;
  for (let place = at + 1; place < lines.length; place++) if (lines.at(place)?.trim() !== "") places[count++] = place;
  return { lines, places: places.subarray(0, count) };
}

/** Those that fit, in the order in which they are believed; empty: none does. Each makes its rows when they are asked for. */
export function layoutsOf(lines: LinesOfText): readonly (() => Iterable<PhylipRow>)[] {
  const dims = dimsOf(lines);
  if (!dims || dims.rows === 0 || dims.letters === 0 || dims.rows > lines.length) return [];
  const filled = filledBelow(lines, dims);
  return phylipLayouts.flatMap((layout) => (fits(filled, dims, layout) ? [() => rowsOf(filled, dims, layout) ?? []] : []));
}

function fits(filled: Filled, dims: Dims, layout: PhylipLayout): boolean {
  const rows = fitsFirst(filled, dims, layout) ? rowsOf(filled, dims, layout) : null;
  if (!rows) return false;
  let count = 0;
  for (const { letters } of rows) {
    if (letters.length !== dims.letters) return false;
    count++;
  }
  return count === dims.rows;
}

/** Whether the first sequence has its letters in a layout: of most files this alone tells, without reading all of it four times. */
function fitsFirst(filled: Filled, { rows, letters }: Dims, layout: PhylipLayout): boolean {
  const { places } = filled;
  if (places.length === 0) return false;
  const step = layout.endsWith("blocks") ? rows : 1;
  const { name, letters: begin } = begun(filled, 0, layout.startsWith("strict"));
  let size = begin.length;
  for (let at = step; at < places.length && size < letters; at += step) size += further(textAt(filled, at), name).length;
  return size === letters;
}

/** Null: its lines are not as many as it takes. */
export function rowsOf(filled: Filled, dims: Dims, layout: PhylipLayout): Iterable<PhylipRow> | null {
  const isStrict = layout.startsWith("strict");
  if (layout.endsWith("blocks")) return filled.places.length % dims.rows === 0 ? inBlocks(filled, dims, isStrict) : null;
  return takesAll(filled, dims, isStrict) ? inRows(filled, dims, isStrict) : null;
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, "");
const textAt = ({ lines, places }: Filled, at: number): string => lines.at(places[at] as number) ?? "";
/** Letters of a further line, which may repeat the name. */
const further = (text: string, name: string): string => squeezed(text.startsWith(`${name} `) ? text.slice(name.length) : text);

function begun(filled: Filled, at: number, isStrict: boolean): PhylipRow {
  const text = textAt(filled, at);
  const line = (filled.places[at] as number) + 1;
  if (isStrict) return { name: text.slice(0, 10).trim(), line, letters: squeezed(text.slice(10)) };
  const [, name = "", rest = ""] = /^\s*(\S+)\s*(.*)$/.exec(text) ?? [];
  return { name, line, letters: squeezed(rest) };
}

/** Rows of every block in the order of the first; later blocks may repeat the names. */
function* inBlocks(filled: Filled, { rows: count }: Dims, isStrict: boolean): Generator<PhylipRow> {
  for (let row = 0; row < count; row++) {
    const { name, line, letters: begin } = begun(filled, row, isStrict);
    const pieces = [begin];
    for (let at = row + count; at < filled.places.length; at += count) pieces.push(further(textAt(filled, at), name));
    yield { name, line, letters: pieces.join("") };
  }
}

/** One sequence after another, each over as many lines as its letters take. */
function* inRows(filled: Filled, { rows: count, letters: width }: Dims, isStrict: boolean): Generator<PhylipRow> {
  let at = 0;
  for (let row = 0; row < count && at < filled.places.length; row++) {
    const first = begun(filled, at, isStrict);
    const pieces = [first.letters];
    let size = first.letters.length;
    for (at++; at < filled.places.length && size < width; at++) {
      const piece = squeezed(textAt(filled, at));
      pieces.push(piece);
      size += piece.length;
    }
    yield { ...first, letters: pieces.join("") };
  }
}

/** No line is left behind the last row. */
function takesAll(filled: Filled, { rows: count, letters: width }: Dims, isStrict: boolean): boolean {
  let at = 0;
  for (let row = 0; row < count && at < filled.places.length; row++) {
    let size = begun(filled, at, isStrict).letters.length;
    for (at++; at < filled.places.length && size < width; at++) size += squeezed(textAt(filled, at)).length;
  }
  return at >= filled.places.length;
}
