// What all pictures of an association have: titles and an alternative text in the reader's language, notes, how many stand behind it.

import type { Figure } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";

type Titles = readonly (readonly ["xaxis" | "yaxis", Sentence])[];

export const saidIn = ({ key, params }: Sentence): JsonObject => ({ key, params });

interface Parts {
  readonly data: readonly JsonObject[];
  readonly layout: JsonObject;
  readonly titles: Titles;
  readonly alt: Sentence;
  readonly notes?: readonly Sentence[];
  readonly marks: number;
  readonly sizes: readonly number[];
  /** What the screen knows of it besides. */
  readonly meta?: JsonObject;
}

export const figureOf = ({ data, layout, titles, alt, notes = [], marks, sizes, meta = {} }: Parts): Figure => ({
  type: "figure",
  data,
  layout: {
    ...layout,
    meta: {
      ...meta,
      sizes: [...sizes],
      alt: saidIn(alt),
      notes: notes.map(saidIn),
      words: titles.map(([axis, title]) => ({ path: [axis, "title", "text"], ...saidIn(title) })),
    },
  },
  alt: sentenceIn(alt, "en"),
  marks,
});

export const shortNumber = (value: number): number => Number(value.toPrecision(3));
/** The line below which hits are suggested (Lander & Kruglyak, Nat Genet 11:241-247, 1995, as plots of GWAS draw it). */
export const suggestive = 5;
