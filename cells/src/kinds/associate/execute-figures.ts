// The pictures of an association: Manhattan, QQ, the locus of one variant with its linkage, how frequent the alleles are.

import { saysSelects } from "../../artifacts/figure-selects.ts";
import { plainText } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import { manhattan } from "../../charts/parts/manhattan.ts";
import { f8 } from "../../charts/parts/plot-array.ts";
import { quantileQuantile } from "../../charts/parts/quantile-quantile.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { figureOf, saidIn, shortNumber, suggestive } from "./figure-of.ts";
import { genomeIndex } from "./genome-index.ts";
import type { Sites } from "./read-sites.ts";
import { words } from "./words.ts";

export interface Shown {
  readonly trait: string;
  readonly sites: Sites;
  readonly tested: Int32Array;
  /** Of each of `tested`. */
  readonly surprise: Float64Array;
  readonly frequency: Float64Array;
  readonly threshold: number;
  readonly lambda: number;
  /** Individuals behind each point. */
  readonly sizes: readonly number[];
}

/** Null: no variant has a place. */
export function manhattanFigure(shown: Shown): Figure | null {
  const { sites, tested, surprise, threshold, trait, sizes } = shown;
  const { chromosomes } = sites;
  if (!chromosomes) return null;
  const line = -Math.log10(threshold);
  const codes = Int32Array.from(tested, (variant) => chromosomes[variant] as number);
  const positions = Float64Array.from(tested, (variant) => sites.positions[variant] as number);
  const index = genomeIndex({ names: sites.names, codes, positions, trait, threshold });
  const drawing = manhattan({
    names: sites.names,
    codes,
    positions,
    surprise,
    name: (at) => sites.ids[tested[at] as number] ?? null,
    significant: line,
    suggestive: suggestive < line ? suggestive : null,
    place: null,
  });
  const first = drawing.hits.slice(0, 5).map((at) => sites.ids[tested[at] as number] ?? "");
  return figureOf({
    data: drawing.traces,
    layout: drawing.layout,
    titles: [
      [
        "xaxis",
        sites.build === null
          ? words.sentence("axis-chromosome")
          : words.sentence("axis-chromosome-build", { build: sites.build }),
      ],
      ["yaxis", words.sentence("axis-surprise")],
    ],
    alt: words.sentence(first.length > 0 ? "alt-manhattan-hits" : "alt-manhattan", {
      trait,
      n: drawing.all,
      hits: drawing.hits.length,
      threshold: shortNumber(threshold),
      first,
    }),
    notes:
      drawing.drawn.length < drawing.all ? [words.sentence("note-covered", { drawn: drawing.drawn.length, n: drawing.all })] : [],
    marks: drawing.drawn.length,
    sizes,
    meta: {
      ...(index ? { genome: index } : {}),
      ...saysSelects({ way: "genome", ...drawing.along, isOfP: false, isThinned: drawing.drawn.length < drawing.all }),
    },
  });
}

export function qqFigure({ surprise, lambda, trait, sizes }: Shown): Figure {
  const { traces, layout, drawn } = quantileQuantile(surprise);
  const told = Number(lambda.toFixed(4));
  return figureOf({
    data: traces,
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
    titles: [
      ["xaxis", words.sentence("axis-expected")],
      ["yaxis", words.sentence("axis-observed")],
    ],
    alt: words.sentence("alt-qq", { trait, n: surprise.filter((value) => value === value).length, lambda: told }),
    notes: [words.sentence("note-band")],
    marks: drawn,
    sizes,
  });
}

/** Shares of linkage by which a locus is coloured, the strongest first (as LocusZoom has them: Pruim et al., Bioinformatics 26:2336, 2010). */
const shares = [0.8, 0.6, 0.4, 0.2, 0] as const;

/** `places`: of `tested`; `linkage`: r² of each with the lead, NaN where it is not defined. */
export function locusFigure(
  { sites, tested, surprise, threshold, sizes }: Shown,
  { lead, places, linkage }: { readonly lead: number; readonly places: readonly number[]; readonly linkage: Float64Array },
): Figure {
  const id = (at: number): string => sites.ids[tested[at] as number] ?? "";
  const position = (at: number): number => (sites.positions[tested[at] as number] as number) / 1e6;
  const drawnOf = (of: readonly number[], name: Sentence, size: number, meta: JsonObject): JsonObject => ({
    type: "scatter",
    mode: "markers",
    name: sentenceIn(name, "en"),
    x: f8(of.map(position)),
    y: f8(of.map((at) => surprise[at] as number)),
    text: of.map((at) => {
      const r2 = linkage[places.indexOf(at)] as number;
      return `${plainText(id(at))}${Number.isNaN(r2) || at === lead ? "" : `, r² ${r2.toFixed(2)}`}`;
    }),
    hovertemplate: "%{text}<br>%{x:.4~f} Mb<br>−log10 p %{y:.3~g}<extra></extra>",
    marker: { size, opacity: 0.9 },
    showlegend: true,
    meta: { ...meta, part: "points", word: saidIn(name) },
  });
  const groups = shares.map((from, nth) => {
    const to = nth === 0 ? 1.01 : (shares[nth - 1] as number);
    return places.filter((at, place) => at !== lead && (linkage[place] as number) >= from && (linkage[place] as number) < to);
  });
  const unknown = places.filter((at, place) => at !== lead && Number.isNaN(linkage[place]));
  const traces = [
    ...(unknown.length > 0 ? [drawnOf(unknown, words.sentence("linkage-unknown"), 6, { role: "others" })] : []),
    ...groups.flatMap((of, nth) =>
      of.length === 0
        ? []
        : [
            drawnOf(
              of,
              words.sentence("linkage-from", { from: shares[nth] as number, to: nth === 0 ? 1 : (shares[nth - 1] as number) }),
              7,
              {
                role: "group",
                group: nth + 1,
                field: "",
                value: "",
              },
            ),
          ],
    ),
    drawnOf([lead], words.sentence("linkage-lead", { id: id(lead) }), 11, { role: "group", group: 0, field: "", value: "" }),
  ];
  const xs = places.map(position);
  const [from, to] = [Math.min(...xs), Math.max(...xs)];
  const line = -Math.log10(threshold);
  const strong = places.filter((at, place) => at !== lead && (linkage[place] as number) >= 0.8).length;
  const chromosome = sites.chromosomes ? (sites.names[sites.chromosomes[tested[lead] as number] as number] ?? "") : "";
  return figureOf({
    data: [
      ...traces,
      {
        type: "scatter",
        mode: "lines",
        name: "",
        x: [from, to],
        y: [line, line],
        line: { width: 1, dash: "dash" },
        hoverinfo: "skip",
        showlegend: false,
        meta: { role: "rest", part: "threshold" },
      },
    ],
    layout: {
      xaxis: { title: { text: "" }, showgrid: false, zeroline: false },
      yaxis: { title: { text: "" }, rangemode: "tozero", zeroline: false },
      showlegend: true,
    },
    titles: [
      ["xaxis", words.sentence("axis-locus", { chromosome })],
      ["yaxis", words.sentence("axis-surprise")],
    ],
    alt: words.sentence("alt-locus", { id: id(lead), n: places.length, strong, y: shortNumber(surprise[lead] as number) }),
    notes: [words.sentence("note-no-recombination")],
    marks: places.length,
    sizes,
  });
}

/** How many variants have which frequency of the rarer allele. */
export function spectrumFigure({ frequency, sizes }: Shown): Figure {
  const bins = 50;
  const counts = new Float64Array(bins);
  for (const value of frequency) {
    const at = Math.min(bins - 1, Math.floor(Math.min(value, 1 - value) * 2 * bins));
    counts[at] = (counts[at] as number) + 1;
  }
  const n = frequency.length;
  const rare = frequency.reduce((sum, value) => sum + (Math.min(value, 1 - value) < 0.05 ? 1 : 0), 0);
  return figureOf({
    data: [
      {
        type: "bar",
        name: "",
        x: Array.from(counts, (_, at) => (at + 0.5) / (2 * bins)),
        y: Array.from(counts),
        width: 1 / (2 * bins),
        hovertemplate: "%{x:.3~g}: %{y}<extra></extra>",
        showlegend: false,
        meta: { role: "plain" },
      },
    ],
    layout: {
      xaxis: { title: { text: "" }, range: [0, 0.5] },
      yaxis: { title: { text: "" }, rangemode: "tozero" },
      bargap: 0,
      showlegend: false,
    },
    titles: [
      ["xaxis", words.sentence("axis-frequency")],
      ["yaxis", words.sentence("axis-variants")],
    ],
    alt: words.sentence("alt-spectrum", { n, rare }),
    marks: bins,
    sizes,
  });
}
