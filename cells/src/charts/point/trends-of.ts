// The trend of each group of points, in its colour, with what its line says.

import type { JsonObject } from "../../base/json.ts";
import type { Prepared, Series } from "../../contract/chart-drawing.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { Group } from "../parts/chart-groups.ts";
import { groupMeta, groupName, told } from "../parts/drawing.ts";
import type { PointOptions } from "./chart.ts";
import { lineThrough, traceOfSmooth, tracesOfLine } from "./trend.ts";
import { words } from "./words.ts";

interface Grouped {
  readonly x: Series;
  readonly y: Series;
  readonly logs: { readonly x: boolean; readonly y: boolean };
  readonly groups: readonly { readonly group: Group | null; readonly rows: Int32Array }[];
  readonly rest: number;
}
interface Trends {
  readonly traces: readonly JsonObject[];
  readonly notes: readonly Sentence[];
}

/** So many lines are told in numbers. */
const mostTold = 6;
const identity = (value: number): number => value;
const power = (value: number): number => 10 ** value;

export function trendsOf({ spec, color }: Prepared<PointOptions>, { x, y, logs, groups, rest }: Grouped): Trends {
  const { trend } = spec.chart;
  if (trend === "none") return { traces: [], notes: [] };
  if (x.kind !== "number" || y.kind !== "number") return { traces: [], notes: [words.sentence("note-trend-text")] };
  const back = { x: logs.x ? power : identity, y: logs.y ? power : identity };
  const values = (series: typeof x, rows: Int32Array, log: boolean): Float64Array =>
    Float64Array.from(rows, (row) => (log ? Math.log10(series.values[row] as number) : (series.values[row] as number)));
  const traces: JsonObject[] = [];
  const lines: Sentence[] = [];
  let few = 0;
  for (const { group, rows } of groups) {
    if (rows.length === 0) continue;
    const [xs, ys] = [values(x, rows, logs.x), values(y, rows, logs.y)];
    const name = group ? groupName(group, rest) : "";
    const line = trend === "line" ? lineThrough(xs, ys) : null;
    const smooth = trend === "smooth" ? traceOfSmooth(xs, ys, back) : null;
    const drawn = line ? tracesOfLine(xs, line, back) : smooth ? [smooth] : [];
    if (drawn.length === 0) few++;
    const meta = groupMeta(group, color?.name ?? "", rest);
    for (const trace of drawn)
      traces.push({
        type: "scatter",
        ...trace,
        name,
        showlegend: false,
        meta: { ...meta, part: trace["fill"] === undefined ? "trend" : "band" },
      });
    if (line) {
      const said = { slope: told(line.slope), r2: told(line.r2), p: told(line.p), n: line.n };
      lines.push(group ? words.sentence("note-line", { name, ...said }) : words.sentence("note-line-alone", said));
    }
  }
  return {
    traces,
    notes: [
      ...lines.slice(0, mostTold),
      ...(lines.length > mostTold ? [words.sentence("note-trend-lines", { n: lines.length - mostTold })] : []),
      ...(lines.length > 0 ? [words.sentence("note-line-band")] : []),
      ...(lines.length > 0 && (logs.x || logs.y) ? [words.sentence("note-line-log")] : []),
      ...(trend === "smooth" && traces.length > 0 ? [words.sentence("note-smooth")] : []),
      ...(few > 0 ? [words.sentence("note-trend-few", { n: few })] : []),
    ],
  };
}
