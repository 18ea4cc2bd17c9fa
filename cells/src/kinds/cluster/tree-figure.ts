// The tree of merges with the height at which it is cut; leaves have their names where there is room for them.

import { plainText, spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Begun } from "../../contract/cluster-method.ts";
import { branches } from "../../stats/clusters/branches.ts";
import { type DrawnClusters, groupOf } from "./figure-parts.ts";
import { words } from "./words.ts";

/** Names of so many leaves have room. */
const mostNames = 60;

export function treeFigure(tree: NonNullable<Begun["tree"]>, { rows, labels, body }: DrawnClusters, k: number): Figure {
  const { along, up } = branches(tree);
  const n = tree.order.length;
  const heights = tree.height.toSorted((a, b) => a - b);
  const [below, above] = [heights[n - k - 1] ?? 0, heights[n - k] ?? (heights.at(-1) ?? 0) * 1.05];
  const cut = (below + above) / 2;
  const told = { rows: n, n: body.clusters.length, height: Number(cut.toPrecision(3)) };
  const line: JsonObject = {
    type: "scatter",
    mode: "lines",
    name: "",
    x: [...along],
    y: [...up],
    line: { width: 1 },
    hoverinfo: "skip",
    showlegend: false,
    meta: { role: "plain" },
  };
  const leaves = body.clusters.map((_, label): JsonObject => {
    const own = tree.order.flatMap((leaf, at) => (labels[leaf] === label ? [at] : []));
    return {
      type: "scatter",
      mode: "markers",
      name: String(label + 1),
      x: own,
      y: own.map(() => 0),
      text: own.map((at) => plainText(rows.names[rows.kept[tree.order[at] as number] as number] ?? "")),
      hovertemplate: `%{text}: <b>${label + 1}</b><extra></extra>`,
      marker: { size: 6, symbol: "square" },
      cliponaxis: false,
      showlegend: true,
      meta: { ...groupOf(label), part: "points" },
    };
  });
  const isNamed = n <= mostNames;
  return {
    type: "figure",
    data: [
      line,
      {
        type: "scatter",
        mode: "lines",
        name: words.say("cut", {}, "en"),
        x: [-0.5, n - 0.5],
        y: [cut, cut],
        line: { width: 1, dash: "dash" },
        hoverinfo: "skip",
        showlegend: false,
        meta: { role: "rest", part: "threshold" },
      },
      ...leaves,
    ],
    layout: {
      xaxis: {
        title: { text: "" },
        showgrid: false,
        zeroline: false,
        range: [-1, n],
        ...(isNamed
          ? {
              tickvals: tree.order.map((_, at) => at),
              ticktext: tree.order.map((leaf) => plainText(rows.names[rows.kept[leaf] as number] ?? "")),
              tickangle: -90,
            }
          : { showticklabels: false }),
      },
      yaxis: { title: { text: "" }, rangemode: "tozero" },
      showlegend: true,
      meta: {
        alt: spoken(words.sentence("alt-tree", told)),
        words: [{ path: ["yaxis", "title", "text"], ...spoken(words.sentence("axis-height")) }],
      },
    },
    alt: words.say("alt-tree", told, "en"),
    marks: n,
  };
}
