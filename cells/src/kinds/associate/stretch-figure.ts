// The points of one stretch of the genome, drawn where somebody looks at it: each that is not covered there, and not those of the whole
// genome stretched.

import type { Figure } from "../../artifacts/artifact.ts";
import { saysSelects } from "../../artifacts/figure-selects.ts";
import { manhattan } from "../../charts/parts/manhattan.ts";
import { figureOf, shortNumber, suggestive } from "./figure-of.ts";
import type { GenomeIndex, Stretch } from "./genome-index.ts";
import { stretchText } from "./genome-index.ts";
import { words } from "./words.ts";

export interface StretchRows {
  readonly positions: Float64Array;
  /** -log10 p; NaN: there is none. */
  readonly surprise: Float64Array;
  /** Null: too many to be asked for. */
  readonly names: readonly (string | null)[] | null;
}

export interface StretchDrawn {
  readonly figure: Figure;
  /** The variant of the smallest p. */
  readonly lead: string | null;
  /** Variants in it. */
  readonly all: number;
}

export function stretchFigure(
  { trait, threshold }: GenomeIndex,
  stretch: Stretch,
  { positions, surprise, names }: StretchRows,
): StretchDrawn {
  const { chromosome, start, end } = stretch;
  const line = -Math.log10(threshold);
  const drawing = manhattan({
    names: [chromosome.name],
    codes: new Int32Array(positions.length),
    positions,
    surprise,
    name: (at) => names?.[at] ?? null,
    significant: line,
    suggestive: suggestive < line ? suggestive : null,
    place: { code: 0, start, end },
  });
  const lead = drawing.drawn.reduce<number>(
    (best, at) => (best < 0 || (surprise[at] as number) > (surprise[best] as number) ? at : best),
    -1,
  );
  const figure = figureOf({
    data: drawing.traces,
    layout: drawing.layout,
    titles: [
      ["xaxis", words.sentence("axis-stretch", { chromosome: chromosome.name })],
      ["yaxis", words.sentence("axis-surprise")],
    ],
    alt: words.sentence("alt-stretch", {
      trait,
      place: stretchText(stretch),
      n: drawing.all,
      hits: drawing.hits.length,
      threshold: shortNumber(threshold),
    }),
    notes:
      drawing.drawn.length < drawing.all ? [words.sentence("note-covered", { drawn: drawing.drawn.length, n: drawing.all })] : [],
    marks: drawing.drawn.length,
    sizes: [],
    meta: saysSelects({ way: "genome", ...drawing.along, isOfP: false, isThinned: drawing.drawn.length < drawing.all }),
  });
  return { figure, lead: lead < 0 ? null : (names?.[lead] ?? null), all: drawing.all };
}
