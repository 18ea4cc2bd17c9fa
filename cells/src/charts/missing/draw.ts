// A map of missing values, rows of one pattern together; or their patterns with the number of rows of each.

import type { JsonObject } from "../../base/json.ts";
import type { Drawing, Prepared } from "../../contract/chart-drawing.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { axis, axisTitle, numberColumn, partsTold, textColumn } from "../parts/drawing.ts";
import { panelsMeta } from "../parts/panels.ts";
import { f8, shortText } from "../parts/plot-array.ts";
import { drawUpset, partsOf, setsOf, type UpsetSet } from "../parts/upset.ts";
import type { MissingOptions } from "./chart.ts";
import { type Gaps, gapsOf } from "./gaps.ts";
import { words } from "./words.ts";

/** Lines that a screen has. */
const mostLines = 500;
/** Of more columns a pattern could not be read. */
const mostInPattern = 12;
const mostPatterns = 30;

export function draw(prepared: Prepared<MissingOptions>): Drawing {
  const { rows } = prepared.source;
  const { columns, all } = gapsOf(prepared);
  const gaps = columns.reduce((sum, { n }) => sum + n, 0);
  const incomplete = new Uint8Array(rows);
  for (const { of } of columns) of.forEach((gap, row) => (incomplete[row] = (incomplete[row] as number) | gap));
  const complete = rows - incomplete.reduce((sum, each) => sum + each, 0);
  const notes = [
    gaps === 0
      ? words.sentence("note-none")
      : words.sentence("note-counts", {
          n: gaps,
          all: rows * columns.length,
          columns: columns.filter(({ n }) => n > 0).length,
          of: columns.length,
          complete,
          rows,
        }),
    ...(columns.length < all ? [words.sentence("note-columns", { n: all, most: columns.length })] : []),
  ];
  return prepared.spec.chart.shows === "patterns"
    ? patternsOf(columns, rows, { notes, complete })
    : mapOf(prepared, columns, notes);
}

function mapOf(prepared: Prepared<MissingOptions>, columns: readonly Gaps[], notes: readonly Sentence[]): Drawing {
  const { spec, source } = prepared;
  const { rows } = source;
  const order = spec.chart.arranged === "data" ? Int32Array.from({ length: rows }, (_, row) => row) : byPattern(columns, rows);
  const lines = Math.min(rows, mostLines);
  const z = new Float64Array(lines * columns.length);
  for (let line = 0; line < lines; line++) {
    const [from, to] = [Math.floor((line * rows) / lines), Math.floor(((line + 1) * rows) / lines)];
    columns.forEach(({ of }, at) => {
      let n = 0;
      for (let place = from; place < to; place++) n += of[order[place] as number] as number;
      z[line * columns.length + at] = n / (to - from);
    });
  }
  const share = (n: number): string => `${Number(((100 * n) / rows).toPrecision(2))} %`;
  const title = axisTitle({
    own: spec.yTitle,
    series: null,
    log: false,
    word: source.what === "matrix" ? "axis-samples" : "axis-rows",
  });
  return {
    traces: [
      {
        type: "heatmap",
        z: f8(z, `${lines},${columns.length}`),
        zmin: 0,
        zmax: 1,
        xgap: columns.length > 60 ? 0 : 1,
        showscale: false,
        hovertemplate: "%{x}<extra></extra>",
        meta: { role: "presence" },
      },
    ],
    layout: {
      xaxis: {
        title: { text: "" },
        type: "linear",
        range: [-0.5, columns.length - 0.5],
        tickmode: "array",
        tickvals: columns.map((_, at) => at),
        ticktext: columns.map(({ name, n }) => `${shortText(name, 20)}, ${share(n)}`),
        side: "top",
        showgrid: false,
        zeroline: false,
      },
      yaxis: axis(title, { range: [lines - 0.5, -0.5], showticklabels: false, showgrid: false, zeroline: false }),
      showlegend: false,
    },
    // Beside long names a usual figure left no room for the map.
    meta: panelsMeta(2, 2),
    columns: [
      textColumn(
        "column",
        columns.map(({ name }) => name),
      ),
      numberColumn(
        "n",
        columns.map(({ n }) => n),
      ),
      numberColumn(
        "share",
        columns.map(({ n }) => n / rows),
      ),
    ],
    rows: columns.length,
    marks: lines * columns.length,
    alt: words.sentence("alt", { rows, parts: partsTold(columns.map(({ name, n }) => `${name} ${n}`)) }),
    notes: [...notes, words.sentence("note-map"), ...(lines < rows ? [words.sentence("note-binned", { rows, lines })] : [])],
    words: [{ path: ["yaxis", "title", "text"], ...title }],
  };
}

/** Rows that lack the same columns together, the most frequent first; of equal ones as they first come. */
function byPattern(columns: readonly Gaps[], rows: number): Int32Array {
  const ids = new Map<string, number>();
  const of = new Int32Array(rows);
  const count: number[] = [];
  const letters = columns.filter(({ n }) => n > 0);
  for (let row = 0; row < rows; row++) {
    const key = letters.map((column) => column.of[row]).join("");
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    of[row] = id;
    count[id] = (count[id] ?? 0) + 1;
  }
  return Int32Array.from({ length: rows }, (_, row) => row).sort((a, b) => {
    const [p, q] = [of[a] as number, of[b] as number];
    return (count[q] as number) - (count[p] as number) || p - q || a - b;
  });
}

interface Beside {
  readonly notes: readonly Sentence[];
  /** Rows that lack nothing. */
  readonly complete: number;
}

function besidePatterns(others: readonly Gaps[], rows: number, complete: number): readonly number[] {
  const gaps = others.filter(({ n }) => n > 0);
  return gaps.length === 0 ? [] : [...gaps.flatMap(({ n }) => [n, rows - n]), complete, rows - complete];
}

function patternsOf(columns: readonly Gaps[], rows: number, { notes, complete }: Beside): Drawing {
  const some = columns.filter(({ n }) => n > 0).slice(0, mostInPattern);
  const sets = some.map(({ name, n }): UpsetSet => ({ name, size: n }));
  const masks = Int32Array.from({ length: rows }, (_, row) =>
    some.reduce((mask, { of }, bit) => mask | ((of[row] as number) << bit), 0),
  );
  const parts = partsOf(masks, null);
  const drawn = parts.slice(0, mostPatterns);
  const title = words.sentence("axis-count");
  const called = (mask: number): readonly string[] => setsOf(mask, sets).map(({ name }) => name);
  const { traces, layout } = drawUpset(sets, drawn, title, words.say("none", {}, "en"));
  return {
    traces,
    layout: layout as JsonObject,
    // What is said of all columns tells of those that are in no pattern as well.
    meta: { counts: [...parts.map(({ n }) => n), ...besidePatterns(columns.slice(some.length), rows, complete)] },
    columns: [
      textColumn(
        "missing",
        parts.map(({ mask }) => called(mask).join(" & ")),
      ),
      numberColumn(
        "columns",
        parts.map(({ mask }) => called(mask).length),
      ),
      numberColumn(
        "n",
        parts.map(({ n }) => n),
      ),
    ],
    rows: parts.length,
    marks: drawn.length,
    alt: words.sentence("alt-patterns", {
      rows,
      parts: partsTold(
        parts.map(({ mask, n }) => (mask === 0 ? words.say("part-none", { n }, "en") : `${called(mask).join(" & ")} ${n}`)),
      ),
    }),
    notes: [
      ...notes,
      words.sentence("note-patterns", { most: some.length }),
      ...(drawn.length < parts.length ? [words.sentence("note-first", { n: parts.length, most: drawn.length })] : []),
    ],
    words: [{ path: ["yaxis", "title", "text"], ...title }],
  };
}
