// What the reads of a file are like: qualities and bases by position, mean qualities, shares of G and C, lengths.

import { z } from "zod";
import { readModules } from "../../contract/read-modules.ts";
import { defineReport } from "../../contract/report.ts";
import { words } from "./words.ts";

const count = z.number();

const likeness = {
  reads: count,
  bases: count,
  emptyReads: count,
  /** Of the qualities, as people call it. */
  encoding: z.string(),
  /** Their range leaves it open. */
  isGuessed: z.boolean(),
  /** From 1, `to` included; far positions of long reads stand together. */
  positions: z.array(
    z.looseObject({
      from: count,
      to: count,
      bases: count,
      mean: z.number(),
      p10: z.number(),
      q1: z.number(),
      median: z.number(),
      q3: z.number(),
      p90: z.number(),
      content: z.object({ a: count, c: count, g: count, t: count, n: count, other: count }),
    }),
  ),
  meanQualities: z.array(z.object({ quality: z.number(), reads: count })),
  gc: z.array(z.object({ percent: z.number(), reads: count })),
  lengths: z.array(z.object({ from: count, to: count, reads: count })),
  /** Verdicts as FastQC's; of mates together there are none. */
  modules: z
    .array(
      z.object({
        module: z.enum(readModules),
        level: z.enum(["pass", "warn", "fail"]),
        /** The worst, and what it may be. */
        value: z.number().nullable(),
        threshold: z.number().nullable(),
        /** Where it is, from 1, `to` included; 0: nowhere in particular. */
        from: count,
        to: count,
        /** Of an adapter. */
        name: z.string().max(100),
        /** Behind the value, at least. */
        reads: count,
      }),
    )
    .exactOptional(),
};
const ofMate = z.looseObject(likeness);
const schema = z.looseObject({
  ...likeness,
  /** Of two files of mates: of the first and of the second ones; what stands above is of both. */
  mates: z.tuple([ofMate, ofMate]).optional(),
});

/** How many reads, or reads at a position, are behind each number. */
const sizesOf = ({
  reads,
  emptyReads,
  positions,
  meanQualities,
  gc,
  lengths,
  modules = [],
}: z.output<typeof ofMate>): readonly number[] => [
  reads,
  emptyReads,
  // Several positions of one read may stand together.
  ...positions.map(({ from, to, bases }) => Math.floor(bases / (to - from + 1))),
  ...[...meanQualities, ...gc, ...lengths, ...modules].map((bin) => bin.reads),
];

/**
 * A read counts as one individual, which is the strictest that can be said: nobody knows of how many persons a file is. Where one read
 * stands alone, at the far end or with a length of its own, its qualities could be read off, and the report stays closed.
 */
export const readQualityReport = defineReport({
  name: "read-quality",
  // 2: of mates apart, too. 3: verdicts.
  version: 3,
  words,
  schema,
  discloses: (body) => ({
    identifying: [],
    behind: {
      of: "groups",
      sizes: [body, ...(body.mates ?? [])].flatMap(sizesOf).filter((size) => size > 0),
      statistics: ["count", "share", "mean", "median", "density"],
    },
  }),
});
