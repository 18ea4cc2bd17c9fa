// The running sum of one set along the ranking, strokes where its genes stand, and below what genes are ranked by (the picture of
// Subramanian et al. 2005). Drawn from the report, for the set that is chosen.

import { spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { EnrichmentBody } from "../../reports/enrichment/report.ts";
import { words } from "./words.ts";

type Ranking = NonNullable<EnrichmentBody["ranking"]>;

/** Of the height: what genes are ranked by, and the gap above. */
const [below, gap] = [0.26, 0.08];

/** Corners of the sum: before and after each gene of the set, and both ends. */
export function cornersOf(
  { hits, sums, corners }: Ranking["sets"][number],
  genes: number,
): { readonly x: number[]; readonly y: number[] } {
  if (corners) return { x: [...corners.x], y: [...corners.y] };
  const down = 1 / Math.max(1, genes - hits.length);
  const [x, y]: [number[], number[]] = [[0], [0]];
  let last = { rank: -1, sum: 0 };
  hits.forEach((rank, at) => {
    const before = last.sum - (rank - last.rank - 1) * down;
    x.push(rank, rank + 1);
    y.push(before, sums[at] as number);
    last = { rank, sum: sums[at] as number };
  });
  x.push(genes);
  y.push(0);
  return { x, y };
}

export function runningFigure({ genes, at, values }: Ranking, set: Ranking["sets"][number]): Figure {
  const { x, y } = cornersOf(set, genes);
  const score = y.reduce((far, value) => (Math.abs(value) > Math.abs(far) ? value : far), 0);
  const peak = x[y.indexOf(score)] ?? 0;
  const [low, high] = [Math.min(0, ...y), Math.max(0, ...y)];
  const room = (high - low) * 0.12 || 0.1;
  const rug = low - room;
  const told = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(3)));
  const alt = words.sentence("alt-running", {
    set: set.name,
    score: told(score),
    nes: told(set.nes),
    p: told(set.adjusted),
    n: set.hits.length,
    genes,
  });
  return {
    type: "figure",
    data: [
      {
        type: "scatter",
        mode: "lines",
        name: "",
        x: [0, genes],
        y: [0, 0],
        line: { width: 1 },
        hoverinfo: "skip",
        showlegend: false,
        meta: { role: "rest" },
      },
      {
        type: "scatter",
        mode: "lines",
        name: "",
        x,
        y,
        hovertemplate: "%{x}: %{y:.3f}<extra></extra>",
        showlegend: false,
        meta: { role: "group", group: 0, field: "", value: "", part: "median" },
      },
      {
        type: "scatter",
        mode: "lines",
        name: "",
        x: [peak, peak],
        y: [0, score],
        line: { width: 1, dash: "dash" },
        hoverinfo: "skip",
        showlegend: false,
        meta: { role: "rest" },
      },
      {
        type: "scatter",
        mode: "markers",
        name: "",
        x: set.hits.map((rank) => rank + 0.5),
        y: set.hits.map(() => rug),
        hoverinfo: "skip",
        showlegend: false,
        marker: { size: 11, opacity: 0.7 },
        meta: { role: "group", group: 0, field: "", value: "", part: "cut" },
      },
      {
        type: "scatter",
        mode: "lines",
        name: "",
        x: [...at],
        y: [...values],
        yaxis: "y2",
        fill: "tozeroy",
        hovertemplate: "%{x}: %{y:.3~g}<extra></extra>",
        showlegend: false,
        meta: { role: "rest" },
      },
    ],
    layout: {
      xaxis: { title: { text: "" }, range: [0, genes], anchor: "y2" },
      yaxis: { title: { text: "" }, domain: [below + gap, 1], range: [rug - room, high + room], zeroline: false },
      yaxis2: { domain: [0, below], anchor: "x", zeroline: false, nticks: 4, fixedrange: true },
      showlegend: false,
      meta: {
        alt: spoken(alt),
        words: [
          { path: ["xaxis", "title", "text"], ...spoken(words.sentence("axis-rank", {})) },
          { path: ["yaxis", "title", "text"], ...spoken(words.sentence("axis-sum", {})) },
        ],
      },
    },
    alt: sentenceIn(alt, "en"),
    marks: set.hits.length,
  };
}
