// What the API answers about a cell's outputs: summaries, windows, names, downloads.

import { downloadFormatNames } from "@genomecraft/cells/artifacts/export-formats.ts";
import { mostBinsAlong } from "@genomecraft/cells/artifacts/types/file/most-bins.ts";
import { z } from "zod";
import { decimal, decimalOr, digest } from "./fields.ts";

export const outputAnswer = z.object({ digest, summary: z.record(z.string(), z.any()), inline: z.any().optional() });

/** Of one window. */
export const mostColumns = 500;
export const windowQuery = z.object({
  digest: digest.optional(),
  part: z.enum(["values", "features", "samples"]).optional(),
  offset: decimalOr(0, { least: 0 }),
  limit: decimalOr(100, { least: 1, most: 2_000 }),
  colOffset: decimal({ least: 0 }).optional(),
  colLimit: decimal({ least: 1, most: mostColumns }).optional(),
  sort: z.string().max(500).optional(),
  desc: z.enum(["true", "false"]).optional(),
});
export const windowAnswer = z.object({
  columns: z.array(
    z.object({ name: z.string(), type: z.string(), semantic: z.string().optional(), unit: z.string().optional() }),
  ),
  rows: z.array(z.array(z.any())),
  offset: z.number().int(),
  total: z.number().int(),
});

export const summaryQuery = z.object({ digest: digest.optional(), part: z.enum(["values", "features", "samples"]).optional() });
export const summaryAnswer = z.object({ columns: z.array(z.record(z.string(), z.any())) });

export const searchQuery = z.object({
  digest: digest.optional(),
  /** features, samples, columns, or column:<name>. */
  what: z.string().min(1).max(500),
  q: z.string().max(200).default(""),
  limit: decimalOr(8, { least: 1, most: 500 }),
});
export const searchAnswer = z.object({ names: z.array(z.string()) });

export const downloadQuery = z.object({
  digest: digest.optional(),
  /** csv holds every text as it is; in csv-excel none can be taken for a formula. */
  format: z.enum(downloadFormatNames).meta({
    description:
      "csv is lossless: every text stands as it is. csv-excel is for spreadsheets: texts that begin like a formula (=, +, -, @, tab, line end) get an apostrophe before them.",
  }),
});
export const digestQuery = z.object({ digest: digest.optional() });

export const alongQuery = z.object({
  digest: digest.optional(),
  place: z
    .string()
    .min(1)
    .max(200)
    .meta({ description: "chr1:1,000-2,000, counted from 1 with both ends inside, or a chromosome alone" }),
  bins: decimalOr(500, { least: 1, most: mostBinsAlong }),
  estimate: z
    .enum(["true", "false"])
    .optional()
    .meta({ description: "Of a BAM: what its index alone tells, 1 = as much as on average of the sequence" }),
});
const alongNumbers = z.array(z.number().nullable()).meta({ description: "One a bin; null: nothing is there" });
export const alongAnswer = z.object({
  /** While it waits or runs: ask again. */
  waiting: z
    .object({ why: z.enum(["no-kernel", "queued", "running"]), fraction: z.number().nullable(), message: z.string() })
    .nullable(),
  along: z
    .object({
      isEstimate: z.boolean().meta({ description: "False also where an estimate was asked for and what was read is kept" }),
      contig: z.string(),
      start: z.number().int().meta({ description: "From 0" }),
      end: z.number().int(),
      bin: z.number().int().meta({ description: "Bases; the last bin may be shorter" }),
      mean: alongNumbers,
      min: alongNumbers.nullable(),
      max: alongNumbers.nullable(),
    })
    .nullable(),
});
