// The code of values.

import { z } from "zod";
import { digestOfJson } from "../../../base/digest.ts";
import type { ArtifactTypeOf } from "../../artifact-type.ts";
import { compareJson } from "../../comparer.ts";
import { manifest } from "../../content-hash.ts";
import { inlineLimit } from "../../inline-limit.ts";
import { inlineHead } from "../inline-head.ts";
import { withoutRefs } from "../without-refs.ts";
import { valueCard } from "./card.ts";

export const value: ArtifactTypeOf<"value"> = {
  card: valueCard,
  digest: (artifact) => manifest("value", {}, [["value", digestOfJson(artifact.value)]]),
  ...inlineHead(valueCard.inline),
  size: (artifact) => 1024 + JSON.stringify(artifact.value).length * 2,
  summary: (artifact) => ({
    shape: [],
    ...(JSON.stringify(artifact.value).length <= inlineLimit ? { detail: { value: artifact.value } } : {}),
  }),
  summaryShape: z.strictObject({ shape: z.tuple([]), detail: z.strictObject({ value: z.json() }).exactOptional() }),
  window: () => null,
  columns: () => null,
  names: () => null,
  compare: (again, recorded, comparer) =>
    compareJson(valueCard.inline.toJson(again), valueCard.inline.toJson(recorded), "", comparer),
  exportJson: (artifact) => artifact.value,
  grid: () => null,
  asTable: () => null,
  file: () => null,
  rowsDisclose: () => null,
  withoutRows: (artifact) => artifact,
  readersSee: (artifact) => ({ artifact: withoutRefs(valueCard.inline.toJson(artifact)) }),
};
