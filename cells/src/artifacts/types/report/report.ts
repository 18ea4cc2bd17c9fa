// The code of reports.

import { z } from "zod";
import { digestOfJson } from "../../../base/digest.ts";
import { jsonLength } from "../../../base/json-length.ts";
import type { ArtifactTypeOf } from "../../artifact-type.ts";
import { compareJson } from "../../comparer.ts";
import { manifest } from "../../content-hash.ts";
import { inlineHead } from "../inline-head.ts";
import { withoutRefs } from "../without-refs.ts";
import { reportCard } from "./card.ts";
import { withoutIdentifiers, withoutNames } from "./without-identifiers.ts";

export const report: ArtifactTypeOf<"report"> = {
  card: reportCard,
  digest: (artifact) => manifest("report", { report: artifact.report }, [["body", digestOfJson(artifact.body)]]),
  ...inlineHead(reportCard.inline),
  size: (artifact) => 1024 + jsonLength(artifact.body) * 2,
  summary: (artifact) => ({ shape: [], detail: { report: artifact.report } }),
  summaryShape: z.strictObject({ shape: z.tuple([]), detail: z.strictObject({ report: z.string() }) }),
  window: () => null,
  columns: () => null,
  names: () => null,
  compare: (again, recorded, comparer) =>
    compareJson(reportCard.inline.toJson(again), reportCard.inline.toJson(recorded), "", comparer),
  exportJson: (artifact) => artifact.body,
  grid: () => null,
  asTable: () => null,
  file: () => null,
  rowsDisclose: () => null,
  withoutRows: (artifact) => ({ ...artifact, body: withoutNames(withoutIdentifiers(artifact.body)) }),
  readersSee: (artifact, { labels }) => ({
    artifact: withoutRefs(reportCard.inline.toJson(labels ? artifact : { ...artifact, body: withoutIdentifiers(artifact.body) })),
  }),
};
