// What a dropped file is, as the intake card shows it.

import { z } from "zod";
import { artifactTypeNames } from "../../artifacts/artifact-cards.ts";
import { identifies } from "../../artifacts/semantics.ts";
import { defineReport } from "../../contract/report.ts";
import { knownNames } from "../../known-formats.ts";
import { words } from "./words.ts";
import { receivedKey } from "../../base/failure.ts";

const text = z.string().max(10_000);
const reason = z.object({ key: z.string().max(200).transform(receivedKey), params: z.record(z.string(), z.json()) });
const count = z.number().nonnegative();
const plain = z.union([z.string().max(1_000), z.number(), z.boolean(), z.null()]);

/** Of a file, or of a sheet of it. */
const seen = {
  sheet: text.nullable(),
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
        missing: count,
        distinct: count.nullable(),
      }),
    )
    .max(200),
  issues: z
    .array(
      z.object({
        rule: z.string().max(80),
        severity: z.enum(["error", "warning", "note"]),
        line: z.number().nullable(),
        field: text.nullable(),
        message: reason,
        fix: z
          .object({
            path: z.array(z.union([z.string().max(100), z.number()])).max(8),
            value: z.union([plain, z.array(text).max(100)]),
          })
          .optional(),
      }),
    )
    .max(10_000),
  preview: z.object({ columns: z.array(text).max(30), rows: z.array(z.array(z.json()).max(30)).max(5) }),
};

/** What a worker may answer. It has parsed a stranger's file, so its report is believed in this shape only. */
export const inspectionShape = z.object({
  file: text,
  format: z.enum(["unknown", ...knownNames]),
  confidence: z.number(),
  compression: z.enum(["none", "gzip", "bgzf"]),
  alternatives: z.array(z.enum(knownNames)).max(60),
  sheets: z.array(text).max(10_000),
  ...seen,
  others: z.array(z.object(seen)).max(100),
});

/** Its preview holds the first rows. */
export const inspectionReport = defineReport({
  name: "inspection",
  // 2: all sheets of a workbook.
  version: 2,
  words,
  schema: inspectionShape,
  discloses: (body) => ({
    identifying: [body, ...body.others].flatMap(({ columns }) => columns.filter(identifies).map((column) => column.name)),
    behind: { of: "individuals" },
  }),
});
