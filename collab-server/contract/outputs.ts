// What the API answers about a cell's outputs: summaries, windows, names, downloads.

import { downloadFormatNames } from "@genomecraft/cells/artifacts/export-formats.ts";
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
