// The picture of p values along the genome.

import { saysSelects } from "../../artifacts/figure-selects.ts";
import type { Drawing, NumberSeries, Prepared, Series } from "../../contract/chart-drawing.ts";
import { textOfSeries } from "../parts/chart-data.ts";
import { axisWords, noteOfLeftOut, numberColumn, textColumn, told, usableRows } from "../parts/drawing.ts";
import { manhattan } from "../parts/manhattan.ts";
import { noRows, numbersNeeded, seriesNeeded } from "../parts/refusals.ts";
import { surprisesOf } from "../parts/surprises.ts";
import type { ManhattanOptions } from "./chart.ts";
import { words } from "./words.ts";

/** More names are a column of something else. */
const mostChromosomes = 5000;

export function draw(prepared: Prepared<ManhattanOptions>): Drawing {
  const { spec, source } = prepared;
  const { significant, suggestive, place, values } = spec.chart;
  const chromosome = seriesNeeded(prepared.color, "color");
  const position = numbersNeeded(prepared.x, "x");
  const p = numbersNeeded(prepared.y, "y");
  const counts = usableRows(source.rows, [
    { series: chromosome, log: false },
    { series: position, log: false },
    { series: p, log: false },
  ]);
  if (counts.left === 0) noRows(counts, source.rows, { x: position, y: p }, spec);
  const { names, codes } = chromosomesOf(chromosome);
  if (names.length > mostChromosomes) words.fail("too-many", { column: chromosome.name, n: names.length }, { at: ["color"] });
  const stretch = stretchOf(place, names, codes, position);
  // Of a stretch its rows alone: all else is asked of each of what may be a million.
  const of = stretch ? rowsIn(stretch, codes, position.values) : null;
  const taken = (from: Float64Array): Float64Array => (of ? Float64Array.from(of, (row) => from[row] as number) : from);
  const placed = of ? Int32Array.from(of, (row) => codes[row] as number) : codes;
  const positions = taken(position.values);
  const surprises = surprisesOf({ ...p, values: taken(p.values) }, values);
  const line = (at: number): number | null => (at === 0 ? null : 0 - Math.log10(at));
  const drawing = manhattan({
    names,
    codes: placed,
    positions,
    surprise: surprises.values,
    name: (at) => (prepared.label ? textOfSeries(prepared.label, of ? (of[at] as number) : at) : null),
    significant: line(significant),
    suggestive: suggestive > significant ? line(suggestive) : null,
    place: stretch,
  });
  if (drawing.all === 0)
    words.fail("nothing-there", { place: place === "" ? p.name : place }, { at: place === "" ? ["y"] : ["chart", "place"] });
  const rows = Array.from(drawing.drawn);
  const top = rows.reduce((most, at) => Math.max(most, surprises.values[at] as number), 0);
  const axisX =
    place === "" ? words.sentence("axis-genome", { column: chromosome.name }) : words.sentence("axis-place", { place });
  return {
    traces: drawing.traces,
    meta: saysSelects({
      way: "genome",
      ...drawing.along,
      isOfP: !surprises.isLogged,
      isThinned: rows.length < drawing.all,
    }),
    layout: drawing.layout,
    columns: [
      textColumn(
        chromosome.name,
        rows.map((at) => names[placed[at] as number] ?? null),
      ),
      numberColumn(
        position.name,
        rows.map((at) => positions[at] as number),
      ),
      numberColumn(
        "minus_log10_p",
        rows.map((at) => surprises.values[at] as number),
      ),
    ],
    rows: rows.length,
    marks: rows.length,
    alt: words.sentence("alt", { n: drawing.all, y: p.name, hits: drawing.hits.length, threshold: significant, top: told(top) }),
    notes: [
      ...noteOfLeftOut(counts, source.rows),
      ...(rows.length < drawing.all ? [words.sentence("note-covered", { drawn: rows.length, n: drawing.all })] : []),
      ...(surprises.outside > 0 ? [words.sentence("note-outside", { n: surprises.outside })] : []),
      ...(surprises.zeros > 0 ? [words.sentence("note-zeros", { n: surprises.zeros })] : []),
      ...(surprises.isLogged && values === "auto" ? [words.sentence("note-logged", { column: p.name })] : []),
    ],
    words: axisWords(axisX, words.sentence("axis-surprise")),
  };
}

function chromosomesOf(series: Series): { readonly names: readonly string[]; readonly codes: Int32Array } {
  if (series.kind === "text") return { names: series.levels, codes: series.codes };
  const places = new Map<number, number>();
  const names: string[] = [];
  const codes = Int32Array.from(series.values, (value) => {
    if (value !== value) return -1;
    let code = places.get(value);
    if (code === undefined) {
      code = names.length;
      places.set(value, code);
      names.push(String(value));
    }
    return code;
  });
  return { names, codes };
}

function rowsIn({ code, start, end }: Stretch, codes: Int32Array, positions: Float64Array): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] !== code) continue;
    const at = positions[row] as number;
    if (at >= start && at <= end) rows.push(row);
  }
  return rows;
}

type Stretch = { readonly code: number; readonly start: number; readonly end: number };

/** A chromosome, or chromosome:start-end with commas or without; "chr" may stand before it or not. */
function stretchOf(place: string, names: readonly string[], codes: Int32Array, position: NumberSeries): Stretch | null {
  const text = place.trim();
  if (text === "") return null;
  const at = { at: ["chart", "place"] };
  const [, name = "", start, end] = /^(.*?)(?::\s*([\d,]+)\s*[-–]\s*([\d,]+))?$/.exec(text) ?? [];
  const plain = (each: string): string => each.replace(/^chr/i, "").toUpperCase();
  const code = names.findIndex((each) => plain(each) === plain(name));
  if (code < 0) words.fail("no-chromosome", { place: text, names: names.slice(0, 8) }, at);
  const number = (digits: string): number => Number(digits.replaceAll(",", ""));
  if (start !== undefined && end !== undefined) {
    if (number(end) <= number(start)) words.fail("turned", { place: text }, at);
    return { code, start: number(start), end: number(end) };
  }
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (let row = 0; row < codes.length; row++) {
    const here = position.values[row] as number;
    if (codes[row] !== code || here !== here) continue;
    low = Math.min(low, here);
    high = Math.max(high, here);
  }
  return { code, start: low, end: Math.max(high, low + 1) };
}
