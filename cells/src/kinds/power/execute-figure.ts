// The chance to find it, over how many there are, or over how large it is: a line, and where the answer lies.

import type { Figure } from "../../artifacts/artifact.ts";
import { axis, axisWords } from "../../charts/parts/drawing.ts";
import { f8 } from "../../charts/parts/plot-array.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { percent } from "./say-power.ts";
import { words } from "./words.ts";

export interface Curve {
  readonly x: readonly number[];
  readonly power: readonly number[];
  /** What stands below: n, or the effect. */
  readonly title: Sentence;
  /** Where the answer lies. */
  readonly at: { readonly x: number; readonly power: number };
  readonly wanted: number | null;
}

export function curveFigure({ x, power, title, at, wanted }: Curve): Figure {
  const [first = 0, last = 0] = [x[0], x.at(-1)];
  const y = words.sentence("axis-power");
  const alt = words.sentence("alt", {
    x: Number(at.x.toPrecision(4)),
    power: percent(at.power),
    title: { key: title.key, params: title.params },
  });
  const line = (of: readonly number[], to: readonly number[]) => ({
    type: "scatter",
    mode: "lines",
    name: "",
    x: [...of],
    y: [...to],
    line: { dash: "dot", width: 1 },
    hoverinfo: "skip",
    showlegend: false,
    meta: { role: "rest" },
  });
  return {
    type: "figure",
    data: [
      ...(wanted === null ? [] : [line([first, last], [100 * wanted, 100 * wanted])]),
      line([at.x, at.x], [0, 100 * at.power]),
      {
        type: "scatter",
        mode: "lines",
        name: "",
        x: f8([...x]),
        y: f8(power.map((value) => 100 * value)),
        hovertemplate: "%{x}: %{y:.1f} %<extra></extra>",
        showlegend: false,
        meta: { role: "plain" },
      },
      {
        type: "scatter",
        mode: "markers",
        name: "",
        x: [at.x],
        y: [100 * at.power],
        marker: { size: 9 },
        hovertemplate: "%{x}: %{y:.1f} %<extra></extra>",
        showlegend: false,
        meta: { role: "plain", part: "points" },
      },
    ],
    layout: {
      xaxis: axis(title, { zeroline: false }),
      yaxis: axis(y, { range: [0, 103], zeroline: true }),
      showlegend: false,
      meta: {
        alt: { ...alt },
        notes: [],
        words: axisWords(title, y).map((word) => ({ ...word, path: [...word.path] })),
      },
    },
    alt: sentenceIn(alt, "en"),
    marks: x.length,
  };
}
