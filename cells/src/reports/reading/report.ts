// How a file was read: what was guessed, with the setting that makes it otherwise, and what is doubtful. It quotes cells of the
// file with their lines.

import { z } from "zod";
import { categories, semanticNames } from "../../artifacts/semantics.ts";
import { defineReport } from "../../contract/report.ts";
import { issue } from "../issues.ts";
import { words } from "./words.ts";

const schema = z.looseObject({
  findings: z.array(issue),
  /** What its columns are, and the share of their values (of the different texts) that look so. Absent in reports of before 3. */
  columns: z
    .array(
      z.object({
        name: z.string(),
        part: z.enum(["rows", "samples", "features"]),
        semantic: z.enum(semanticNames),
        category: z.enum(categories),
        found: z.object({ semantic: z.enum(semanticNames), category: z.enum(categories) }),
        share: z.number().nullable(),
        of: z.number(),
        /** Of symbols of genes: human ones of today, aliases, dates that were genes, others. */
        genes: z.object({ current: z.number(), aliases: z.number(), dates: z.number(), others: z.number() }).exactOptional(),
      }),
    )
    .exactOptional(),
  /**
   * Of a matrix: whether all samples of the file are there, on the side that its names or a sheet of all of them tell. By this
   * persons are counted; absent where nobody looked.
   */
  samples: z.enum(["all", "some", "doubtful"]).exactOptional(),
});

export const readingReport = defineReport({
  name: "reading",
  // 2: samples. 3: what columns are. 4: steps below that mend; what symbols of genes are.
  version: 4,
  words,
  schema,
  doubts: ({ findings }) =>
    findings.map(({ message, fix, step }) => ({ ...message, ...(fix ? { fix } : {}), ...(step ? { step } : {}) })),
  discloses: ({ findings }) => ({
    // What is doubtful outside of columns quotes lines all the same.
    identifying: [...new Set(findings.map(({ field }) => field ?? "#"))],
    behind: findings.length === 0 ? { of: "nobody" } : { of: "individuals" },
  }),
});
