// Pairs of genes as a triangle, as maftools' somaticInteractions draws them: how surprising it is that two are mutated together, or one
// instead of the other, and what of it passes.

import { plainText, spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import { f8, shortText } from "../../charts/parts/plot-array.ts";
import type { GenePair } from "../../stats/mutations/gene-pairs.ts";
import { inEnglish, titles } from "./execute-marks.ts";
import type { Pairs } from "./execute-tables.ts";
import { words } from "./words.ts";

const alpha = 0.05;
/** More surprising than that is drawn alike: one pair would leave the others pale. */
const most = 10;
const digits = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(2))) : "∞");

/** Null: there is no pair. */
export function pairsFigure({ genes, list }: Pairs): Figure | null {
  const known = list.filter(({ p }) => !Number.isNaN(p));
  if (known.length === 0) return null;
  const names = genes.map(({ name }) => name);
  const width = names.length - 1;
  const values = new Float64Array(width * width).fill(Number.NaN);
  const [marks, told] = [0, 1].map(() => Array.from({ length: width }, () => Array.from({ length: width }, () => ""))) as [
    string[][],
    string[][],
  ];
  for (const pair of known) {
    const [row, column] = [pair.other - 1, pair.one];
    values[row * width + column] = surpriseOf(pair);
    (marks[row] as string[])[column] = pair.adjusted < alpha ? "*" : pair.p < alpha ? "·" : "";
    (told[row] as string[])[column] =
      `n = ${pair.both}, OR ${digits(pair.oddsRatio)}<br>p ${digits(pair.p)}, padj ${digits(pair.adjusted)}`;
  }
  const top = Math.max(
    2,
    known.reduce((largest, pair) => Math.max(largest, Math.abs(surpriseOf(pair))), 0),
  );
  const passing = known.filter(({ adjusted }) => adjusted < alpha);
  const together = passing.filter(({ oddsRatio }) => oddsRatio > 1).length;
  const first = [...known].sort((a, b) => a.p - b.p).slice(0, 3);
  const alt = words.sentence("alt-pairs", {
    n: known.length,
    genes: names.length,
    together,
    instead: passing.length - together,
    first: first.map(({ one, other }) => `${names[one]} + ${names[other]}`),
  });
  const scale = words.sentence("scale-pairs");
  const axis = (of: readonly string[]) => ({
    title: { text: "" },
    tickmode: "array",
    tickvals: of.map((_, at) => at),
    ticktext: of.map((name) => shortText(plainText(name), 14)),
    showgrid: false,
    zeroline: false,
    automargin: true,
  });
  return {
    type: "figure",
    data: [
      {
        type: "heatmap",
        name: "",
        z: f8(values, `${width},${width}`),
        zmin: -top,
        zmax: top,
        zmid: 0,
        xgap: 1,
        ygap: 1,
        hoverongaps: false,
        text: marks,
        texttemplate: "%{text}",
        customdata: told,
        hovertemplate: "%{y} + %{x}<br>%{customdata}<extra></extra>",
        colorbar: { title: { text: inEnglish(scale) } },
        meta: { role: "diverging", word: spoken(scale) },
      },
    ],
    layout: {
      xaxis: { ...axis(names.slice(0, -1)), tickangle: -45 },
      yaxis: { ...axis(names.slice(1)), range: [width - 0.5, -0.5] },
      showlegend: false,
      meta: {
        height: Math.max(320, 160 + 22 * width),
        sizes: [...new Set(known.flatMap((pair) => [pair.both, pair.oneAlone, pair.otherAlone, pair.neither]))].filter(
          (n) => n > 0,
        ),
        alt: spoken(alt),
        notes: [spoken(words.sentence("note-pairs"))],
        words: titles({}),
      },
    },
    alt: inEnglish(alt),
    marks: known.length,
  };
}

/** Below 0: one instead of the other. */
function surpriseOf({ p, oddsRatio }: GenePair): number {
  const surprise = Math.min(most, Math.max(0, 0 - Math.log10(p)));
  return oddsRatio > 1 ? surprise : 0 - surprise;
}
