// A look along a place of a file that stays a file, for whoever sees its rows on the screen: work for a sealed worker like any
// other step, though no cell of a notebook. Its answer follows from the file and the place, so a second look runs nothing.

import { z } from "zod";
import { defineKind } from "../../contract/define-kind.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { mostBinsAlong } from "../../artifacts/types/file/most-bins.ts";

const schema = z.strictObject({
  from: cellRef(),
  /** As people write it: chr1:1,000-2,000, or a chromosome alone. */
  place: z.string().min(1).max(200),
  bins: z.int().min(1).max(mostBinsAlong),
  /** What the index alone tells of it. */
  isEstimate: z.boolean().default(false),
});
export type AlongSpec = z.output<typeof schema>;

export const along = defineKind({
  kind: "along",
  title: "Look along a place",
  // No notebook has it.
  example: "",
  place: "warm",
  version: 1,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  mode: "auto",
  readsFiles: true,
  inputs: [{ field: "from", accepts: ["file"], title: "File" }],
  outputs: [{ name: "out", type: "table", title: "What lies in each bin" }],
  schema,
  textFields: [],
  listFields: [],
  empty: {},
  missing: () => null,
  discloses: disclosesByPort({ out: () => ({ identifying: [], behind: { of: "individuals" } }) }),
  words: ({ place }) => place,
  suggestName: () => "along",
});
