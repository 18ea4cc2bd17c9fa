// What contrasts found: of each how many features are higher and lower, how many of them are expected to be false, and the calls of R
// that answer the same.

import { z } from "zod";
import { shrinkages } from "../../contract/differential-method.ts";
import { defineReport } from "../../contract/report.ts";
import { doubts, doubtsOfGroups } from "../doubts.ts";
import { words } from "./words.ts";

const found = z.looseObject({
  name: z.string(),
  /** The same in words of each language, where it is made of words alone; the table has the name. */
  called: z.looseObject({ key: z.string(), params: z.looseObject({}) }).exactOptional(),
  /** With an adjusted p value below alpha. */
  up: z.number().int(),
  down: z.number().int(),
  /** The same whichever way they differ: of contrasts tested together there is none. */
  found: z.number().int(),
  /** With an adjusted p value; with a p value. */
  adjusted: z.number().int(),
  tested: z.number().int(),
  /** Features without one, by why: keys of the method's words. */
  without: z.array(z.looseObject({ key: z.string(), n: z.number().int() })),
  /** Samples on either side, where groups were compared. */
  sizes: z.looseObject({ of: z.number(), against: z.number() }).nullable(),
  weights: z.array(z.looseObject({ coefficient: z.string(), by: z.number() })),
  inR: z.array(z.string()),
  /** How many p values lie in each of equal parts of [0, 1]. */
  histogram: z.array(z.number().int()),
  /** The smallest p value, and the median error of the changes (log2): what could have been found. */
  smallest: z.number().nullable(),
  typicalError: z.number().nullable(),
  facts: z.record(z.string(), z.json()),
  /** By which prior changes were drawn towards 0 as well, and its width, log2; null: they were not. */
  shrunken: z
    .looseObject({ by: z.enum(shrinkages), scale: z.number() })
    .nullable()
    .default(null),
});
const schema = z.looseObject({
  method: z.string(),
  noun: z.string(),
  alpha: z.number(),
  /** A change that is no larger, log2, counts for nothing. */
  least: z.number(),
  /** Of the pictures: how many are named, and what is pointed out. */
  names: z.number().int().exactOptional(),
  highlight: z.array(z.string()).exactOptional(),
  /** Names of the columns of the table, by what stands in them: charts find them by these. */
  columns: z.looseObject({
    level: z.string(),
    change: z.string(),
    error: z.string(),
    statistic: z.string(),
    p: z.string(),
    adjusted: z.string(),
  }),
  contrasts: z.array(found),
  doubts,
});
export type ContrastBody = z.output<typeof schema>;

/** A group of a design may be a person (donors of pairs): the call of R leaves open which there are. */
const withoutLevels = (line: string): string =>
  line.replace(/^(?<column>sheet.* <- factor\(sheet.*?), levels = c\(.*\)\)$/u, "$<column>, levels = …)");

export const contrastReport = defineReport({
  name: "contrast",
  // 2: what the pictures name.
  version: 2,
  words,
  schema,
  discloses: ({ contrasts }) => {
    const sizes = contrasts.flatMap((each) => (each.sizes ? [each.sizes.of, each.sizes.against] : [])).filter((size) => size > 0);
    return {
      identifying: [],
      behind: sizes.length === 0 ? { of: "nobody" } : { of: "groups", sizes: [...new Set(sizes)], statistics: ["mean", "count"] },
    };
  },
  ofGroups: ({ doubts: said, contrasts, ...body }) => ({
    ...body,
    contrasts: contrasts.map((each) => ({ ...each, inR: each.inR.map(withoutLevels) })),
    doubts: doubtsOfGroups(said),
  }),
});
