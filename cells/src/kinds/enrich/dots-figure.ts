// The dot plot of sets: a row a set, along it the share of the list (or the normalised score), the size by its genes, the colour by how
// small the adjusted p value is. The first sets by p of all sides together.

import { plainText, spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { EnrichmentMethod } from "../../contract/enrichment-method.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { type AnsweredSet, numberOf } from "./table-of-sets.ts";
import { words } from "./words.ts";

/** So many rows can be read, and so many letters of a name. */
const [mostRows, mostLetters] = [20, 40];
/** Pixels across of the smallest and the largest dot. */
const [leastDot, mostDot] = [7, 20];

const cut = (name: string): string => (name.length > mostLetters ? `${name.slice(0, mostLetters - 1)}…` : name);
const arrows: { readonly [side: string]: string } = { up: "↑ ", down: "↓ " };
const told = (value: number): string => String(Number(value.toPrecision(3)));

/** Null where no set has a place. */
export function dotsFigure(
  answered: readonly AnsweredSet[],
  method: EnrichmentMethod,
  { alpha }: { readonly alpha: number },
): Figure | null {
  const along = (each: AnsweredSet): number => numberOf(each, method, method.along.column);
  const first = answered
    .filter((each) => Number.isFinite(along(each)) && each.genes.length > 0)
    .toSorted((a, b) => a.adjusted - b.adjusted || a.answer.p - b.answer.p)
    .slice(0, mostRows);
  if (first.length === 0) return null;
  // The smallest p value within a side stands on top.
  const order = first.toSorted((a, b) => along(a) - along(b));
  const genes = order.map((each) => each.genes.length);
  const most = Math.max(...genes);
  const y = order.map((_, at) => at);
  const axis = words.sentence(method.along.isSigned ? "axis-nes" : "axis-ratio", {});
  const found = answered.filter(({ adjusted }) => adjusted < alpha).length;
  const alt = words.sentence("alt-dots", {
    n: first.length,
    found,
    first: first.slice(0, 5).map((each) => `${arrows[each.answer.side] ?? ""}${each.set.name} (${told(along(each))})`),
  });
  const bar = words.sentence("surprise", {});
  const surprise = order.map(({ adjusted }) => -Math.log10(Math.max(adjusted, 1e-300)));
  return {
    type: "figure",
    data: [
      ...(method.along.isSigned
        ? [
            {
              type: "scatter",
              mode: "lines",
              name: "",
              x: [0, 0],
              y: [-0.6, order.length - 0.4],
              line: { dash: "dot", width: 1 },
              hoverinfo: "skip",
              showlegend: false,
              meta: { role: "rest" },
            },
          ]
        : []),
      {
        type: "scatter",
        mode: "markers",
        name: "",
        x: order.map(along),
        y,
        text: order.map((each) =>
          plainText(
            `${each.set.name}: ${each.genes.length} / ${each.size}, p ${told(each.answer.p)}, adjusted ${told(each.adjusted)}`,
          ),
        ),
        hovertemplate: "%{text}<extra></extra>",
        showlegend: false,
        marker: {
          size: genes.map((n) => leastDot + (mostDot - leastDot) * Math.sqrt(n / most)),
          color: surprise,
          cmin: 0,
          cmax: Math.max(...surprise, -Math.log10(alpha)),
          showscale: true,
          colorbar: { title: { text: sentenceIn(bar, "en") } },
        },
        meta: { role: "sequential", part: "points" },
      },
    ],
    layout: {
      xaxis: { title: { text: "" }, ...(method.along.isSigned ? {} : { rangemode: "tozero" }) },
      yaxis: {
        title: { text: "" },
        range: [-0.6, order.length - 0.4],
        tickmode: "array",
        tickvals: y,
        ticktext: order.map((each) => plainText(`${arrows[each.answer.side] ?? ""}${cut(each.set.name)} (${each.genes.length})`)),
        automargin: true,
        zeroline: false,
      },
      showlegend: false,
      meta: {
        alt: spoken(alt),
        words: [{ path: ["xaxis", "title", "text"], ...spoken(axis) }],
      },
    },
    alt: sentenceIn(alt, "en"),
    marks: order.length,
  };
}
