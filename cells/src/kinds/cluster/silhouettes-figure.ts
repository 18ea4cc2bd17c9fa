// The silhouette of each row, cluster after cluster, the largest first: how well clusters are apart, and which rows lie between.

import { spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import { type DrawnClusters, groupOf } from "./figure-parts.ts";
import { words } from "./words.ts";

/** Null: of one cluster there are none. */
export function silhouettesFigure({ labels, width, body }: DrawnClusters): Figure | null {
  const { clusters } = body;
  if (clusters.length < 2) return null;
  const means = clusters.map(
    ({ name, silhouette }) => `${name}: ${silhouette === null ? "–" : Number(silhouette.toPrecision(2))}`,
  );
  const told = { n: clusters.length, means: means.slice(0, 12) };
  let start = 0;
  // Rows by the thousand are thinned evenly: a bar of less than a pixel shows nothing.
  const most = 1_500;
  const known = [...width.keys()].filter((row) => !Number.isNaN(width[row]));
  const step = Math.max(1, Math.ceil(known.length / most));
  const data = clusters.map((_, label): JsonObject => {
    const own = known
      .filter((row) => labels[row] === label)
      .map((row) => width[row] as number)
      .sort((a, b) => b - a)
      .filter((__, at) => at % step === 0);
    const x = own.map((__, at) => start + at);
    start += own.length + Math.max(2, Math.round(Math.min(most, known.length) / 100));
    return {
      type: "bar",
      name: String(label + 1),
      x,
      y: own,
      width: 1,
      hovertemplate: `<b>${label + 1}</b> %{y:.2f}<extra></extra>`,
      showlegend: true,
      marker: { line: { width: 0 } },
      meta: groupOf(label),
    };
  });
  return {
    type: "figure",
    data,
    layout: {
      xaxis: { title: { text: "" }, showticklabels: false, showgrid: false, zeroline: false },
      yaxis: { title: { text: "" }, range: [Math.min(-0.1, ...known.map((row) => width[row] as number)), 1] },
      bargap: 0,
      showlegend: true,
      meta: {
        alt: spoken(words.sentence("alt-silhouettes", told)),
        words: [
          { path: ["xaxis", "title", "text"], ...spoken(words.sentence("axis-rows")) },
          { path: ["yaxis", "title", "text"], ...spoken(words.sentence("axis-silhouette")) },
        ],
      },
    },
    alt: words.say("alt-silhouettes", told, "en"),
    marks: known.length,
  };
}
