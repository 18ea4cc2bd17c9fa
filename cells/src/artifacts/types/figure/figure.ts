// The code of figures.

import { z } from "zod";
import { digestOfJson } from "../../../base/digest.ts";
import { jsonLength } from "../../../base/json-length.ts";
import type { ArtifactTypeOf } from "../../artifact-type.ts";
import { compareJson } from "../../comparer.ts";
import { manifest } from "../../content-hash.ts";
import { inlineHead } from "../inline-head.ts";
import { figureCard } from "./card.ts";
import { withoutHover, withoutLabels } from "./without-labels.ts";
import { count } from "../../summary-parts.ts";

export const figure: ArtifactTypeOf<"figure"> = {
  card: figureCard,
  digest: ({ data, layout, alt, marks }) => manifest("figure", {}, [["figure", digestOfJson({ data, layout, alt, marks })]]),
  ...inlineHead(figureCard.inline),
  size: (artifact) => 4096 + jsonLength(artifact.data) * 2,
  summary: (artifact) => ({ shape: [artifact.marks], detail: { alt: artifact.alt } }),
  summaryShape: z.strictObject({ shape: z.tuple([count]), detail: z.strictObject({ alt: z.string() }) }),
  window: () => null,
  columns: () => null,
  names: () => null,
  compare: (again, recorded, comparer) =>
    compareJson(figureCard.inline.toJson(again), figureCard.inline.toJson(recorded), "", comparer),
  exportJson: ({ data, layout, alt }) => ({ data, layout, alt }),
  grid: () => null,
  asTable: () => null,
  file: () => null,
  rowsDisclose: () => null,
  withoutRows: withoutHover,
  readersSee: (artifact, { labels }) => ({ artifact: figureCard.inline.toJson(labels ? artifact : withoutLabels(artifact)) }),
};
