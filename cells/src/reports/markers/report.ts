// Markers of groups of samples: of each group the first features, in numbers that pictures are drawn from; whether there are p values,
// and why not; the call of R that gives the same.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts, doubtsOfGroups } from "../doubts.ts";
import { words } from "./words.ts";

const sentence = z.looseObject({ key: z.string(), params: z.looseObject({}) });

const schema = z.looseObject({
  by: z.string(),
  noun: z.string(),
  features: z.number().int(),
  groups: z.array(z.looseObject({ name: z.string(), n: z.number().int() })),
  /** Null: the groups were found in these very samples, and there is none. */
  p: z.literal("wilcoxon").nullable(),
  /** By group its first features, the best first. */
  markers: z.array(z.looseObject({ group: z.string(), names: z.array(z.string()) })),
  /** Of the features of the dot plot: by group the share of samples with a value and the mean level. */
  dots: z.array(z.looseObject({ feature: z.string(), of: z.string(), shares: z.array(z.number()), levels: z.array(z.number()) })),
  level: z.string(),
  said: z.array(sentence),
  inR: z.array(z.string()),
  doubts,
});
export type MarkersBody = z.output<typeof schema>;

export const markersReport = defineReport({
  name: "markers",
  version: 1,
  words,
  schema,
  discloses: ({ groups }) => ({
    identifying: [],
    behind: { of: "groups", sizes: groups.map(({ n }) => n).filter((n) => n > 0), statistics: ["count", "mean", "share"] },
  }),
  ofGroups: ({ doubts: said, ...body }) => ({ ...body, doubts: doubtsOfGroups(said) }),
});
