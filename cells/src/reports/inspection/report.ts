// What a dropped file is, as the intake card shows it.

import { z } from "zod";
import { artifactTypeNames } from "../../artifacts/artifact-cards.ts";
import { categories, identifies } from "../../artifacts/semantics.ts";
import { defineReport } from "../../contract/report.ts";
import { compressions } from "../../base/compressions.ts";
import { knownNames } from "../../known-formats.ts";
import { issue, messageKey, reason } from "../issues.ts";
import { words } from "./words.ts";

const text = z.string().max(10_000);
const count = z.number().nonnegative();

/** Of a file, or of a sheet of it. */
const seen = {
  sheet: text.nullable(),
  format: z.enum(["unknown", ...knownNames]).exactOptional(),
  isHidden: z.boolean(),
  why: z.array(reason).max(100),
  artifact: z.enum(artifactTypeNames).nullable(),
  shape: z.array(count).max(8),
  samplesIn: z.enum(["columns", "rows"]).nullable(),
  columns: z
    .array(
      z.object({
        name: text,
        type: z.enum(["float64", "int32", "boolean", "text"]),
        semantic: z.string().max(40),
        category: z.enum(categories),
        share: z.number().min(0).max(1).nullable(),
        of: count,
        missing: count,
        distinct: count.nullable(),
      }),
    )
    .max(200),
  issues: z.array(issue).max(10_000),
  preview: z.object({ columns: z.array(text).max(30), rows: z.array(z.array(z.json()).max(30)).max(5) }),
};

/** What a worker may answer. It has parsed a stranger's file, so its report is believed in this shape only. */
export const inspectionShape = z.object({
  ...seen,
  file: text,
  format: z.enum(["unknown", ...knownNames]),
  confidence: z.number(),
  compression: z.enum(compressions),
  version: z.string().max(40).nullable(),
  alternatives: z.array(z.object({ format: z.enum(knownNames), confidence: z.number(), why: messageKey })).max(200),
  isTie: z.boolean(),
  sheets: z.array(text).max(10_000),
  others: z.array(z.object(seen)).max(100),
});

/** Its preview holds the first rows. */
export const inspectionReport = defineReport({
  name: "inspection",
  // 2: all sheets of a workbook. 3: versions of formats, why alternatives are likely, ties. 4: categories of
  // columns, and the share of their values that fits.
  version: 4,
  words,
  schema: inspectionShape,
  discloses: (body) => ({
    identifying: [body, ...body.others].flatMap(({ columns }) => columns.filter(identifies).map((column) => column.name)),
    behind: { of: "individuals" },
  }),
});
