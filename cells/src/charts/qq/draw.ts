// The picture of observed beside expected p values.

import type { Drawing, Prepared } from "../../contract/chart-drawing.ts";
import { inflation } from "../../stats/association/inflation.ts";
import { axisWords, noteOfLeftOut, numberColumn, usableRows } from "../parts/drawing.ts";
import { numbersOf } from "../parts/plot-array.ts";
import { quantileQuantile } from "../parts/quantile-quantile.ts";
import { noRows, numbersNeeded } from "../parts/refusals.ts";
import { surprisesOf } from "../parts/surprises.ts";
import type { QqOptions } from "./chart.ts";
import { words } from "./words.ts";

export function draw(prepared: Prepared<QqOptions>): Drawing {
  const { spec, source } = prepared;
  const p = numbersNeeded(prepared.y, "y");
  const counts = usableRows(source.rows, [{ series: p, log: false }]);
  if (counts.left === 0) noRows(counts, source.rows, { x: p, y: p }, spec);
  const { values, outside, zeros, isLogged } = surprisesOf(p, spec.chart.values);
  const known = values.filter((value) => value === value);
  if (known.length === 0) words.fail("no-p", { column: p.name }, { at: ["y"] });
  const lambda = inflation(known.map((value) => 0 - value * Math.LN10));
  const { traces, layout, drawn } = quantileQuantile(known);
  const points = traces.at(-1);
  const of = (axis: "x" | "y"): Float64Array => numbersOf((points?.[axis] ?? {}) as never);
  return {
    traces,
    layout: {
      ...layout,
      annotations: [
        {
          text: `λ = ${lambda.toFixed(3)}`,
          xref: "paper",
          yref: "paper",
          x: 0.02,
          y: 0.98,
          xanchor: "left",
          yanchor: "top",
          showarrow: false,
          meta: "label",
        },
      ],
    },
    columns: [numberColumn("expected", of("x")), numberColumn("observed", of("y"))],
    rows: drawn,
    marks: drawn,
    alt: words.sentence("alt", { n: known.length, y: p.name, lambda: Number(lambda.toFixed(4)) }),
    notes: [
      ...noteOfLeftOut(counts, source.rows),
      words.sentence("note-band"),
      ...(outside > 0 ? [words.sentence("note-outside", { n: outside })] : []),
      ...(zeros > 0 ? [words.sentence("note-zeros", { n: zeros })] : []),
      ...(isLogged && spec.chart.values === "auto" ? [words.sentence("note-logged", { column: p.name })] : []),
    ],
    words: axisWords(words.sentence("axis-expected"), words.sentence("axis-observed")),
  };
}
