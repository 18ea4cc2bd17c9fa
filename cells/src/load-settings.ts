// What may be set of reading a file: fields of the load kind, and of a look into a file that was dropped. What a load does
// with other cells is its own (kinds/load/spec.ts).

import { z } from "zod";
import { asTheFileSays, buildNames, decimals, encodings, separatorsOfThousands } from "./contract/format.ts";
import { formatSchema } from "./formats.ts";

export const loadSettings = {
  format: formatSchema.nullable().default(null).meta({
    title: "Format",
    description: "What the file is; empty = found in the file. A format that is set is read so, or refused",
  }),
  read: z.enum(["auto", "table", "matrix"]).default("auto").meta({
    title: "Read as",
    description: "auto: a matrix when the first column identifies rows and the rest are numbers of samples",
  }),
  delimiter: z
    .string()
    .length(1)
    .nullable()
    .default(asTheFileSays.delimiter)
    .meta({ title: "Delimiter", description: "The character between fields; empty = found in the file" }),
  header: z
    .boolean()
    .nullable()
    .default(asTheFileSays.header)
    .meta({ title: "First row names the columns", description: "Empty = found in the file" }),
  sheet: z.string().nullable().default(asTheFileSays.sheet).meta({
    title: "Sheet or file",
    description: "Of a workbook its sheet, of an archive its file; empty = the first that is read",
  }),
  samplesIn: z.enum(["auto", "columns", "rows"]).default(asTheFileSays.samplesIn).meta({
    title: "Samples are in",
    description: "Columns or rows of the file; auto: the side that matches the sample sheet, else as names look (said)",
  }),
  ragged: z
    .enum(["fail", "fill"])
    .default(asTheFileSays.ragged)
    .meta({ title: "Rows that are too short", description: "fail: refuse the file; fill: missing cells at their end" }),
  encoding: z
    .enum(encodings)
    .nullable()
    .default(asTheFileSays.encoding)
    .meta({ title: "Encoding", description: "Of a text; empty = UTF-8, or what is found where it is none (said)" }),
  quotes: z.enum(["double", "none"]).default(asTheFileSays.quotes).meta({
    title: "Quotes",
    description: 'double: a field may stand in "…", and a quote in it is doubled; none: a quote is a letter',
  }),
  skip: z.int().min(0).max(100_000).nullable().default(asTheFileSays.skip).meta({
    title: "Lines above the table",
    description: "So many lines are passed over before the names; empty = comments (#), titles and empty lines, found (said)",
  }),
  headerRows: z.int().min(1).max(5).nullable().default(asTheFileSays.headerRows).meta({
    title: "Rows that name the columns",
    description: "Joined to one name; empty = 1, or 2 where the second holds units or names under groups (said)",
  }),
  rowNames: z.boolean().nullable().default(asTheFileSays.rowNames).meta({
    title: "The first column has no name",
    description: "As R writes names of rows: the header is a field short; empty = found in the file (said)",
  }),
  decimal: z.enum(decimals).default(asTheFileSays.decimal).meta({
    title: "Decimal mark",
    description: "auto: a point, or a comma where whole columns say so (said); asked where they leave it open",
  }),
  thousands: z.enum(separatorsOfThousands).default(asTheFileSays.thousands).meta({
    title: "Between thousands",
    description: "auto: what whole columns say (said); none: 1,234 and 1 234 are no whole numbers",
  }),
  missing: z.array(z.string().max(100)).max(100).readonly().nullable().default(asTheFileSays.missing).meta({
    title: "Words for missing cells",
    description: "These and no others, letter for letter; an empty field is missing always. Empty = NA and its like",
  }),
  merged: z.enum(["first", "fill"]).default(asTheFileSays.merged).meta({
    title: "Merged cells",
    description: "Of an Excel file, below the names. first: the first cell holds the value (said); fill: each of them does",
  }),
  alphabet: z.enum(["auto", "dna", "rna", "protein"]).default(asTheFileSays.alphabet).meta({
    title: "Alphabet",
    description: "Of sequences. auto: by their letters (said where they leave it open)",
  }),
  qualities: z.enum(["auto", "sanger", "illumina-1.3", "illumina-1.5", "solexa"]).default(asTheFileSays.qualities).meta({
    title: "Qualities of reads",
    description: "How letters stand for them in FASTQ. auto: by the whole range of them (said where it leaves it open)",
  }),
  records: z.int().min(1).max(1_000_000_000).nullable().default(asTheFileSays.records).meta({
    title: "First records",
    description: "Of reads and sequences: so many from the beginning; empty = all",
  }),
  layers: z.array(z.string().min(1).max(100)).max(50).readonly().default(asTheFileSays.layers).meta({
    title: "Layers",
    description:
      "Of a VCF or BCF: further numbers of each sample as layers, by their names in FORMAT (DS, GQ, DP, AD), and phase, ploidy. Empty = none",
  }),
  blocks: z.enum(["leave-out", "keep"]).default(asTheFileSays.blocks).meta({
    title: "Reference blocks",
    description:
      "Of a gVCF: stretches like the reference, which are no variants. leave-out (said); keep: as sites with their end",
  }),
  build: z.enum(buildNames).nullable().default(asTheFileSays.build).meta({
    title: "Reference build",
    description: "Of the places in the file; empty = as the file names it, or not known",
  }),
  layer: z.string().min(1).max(300).nullable().default(asTheFileSays.layer).meta({
    title: "Values",
    description:
      "Of a file that holds several matrices: a layer by its name, raw (AnnData), or a column (STAR: forward; Salmon: TPM). Empty = the one that is found (said)",
  }),
  indexed: z.enum(["auto", "file", "rows"]).default("auto").meta({
    title: "Text with an index",
    description:
      "Of a VCF, BED or GFF that came with its index (tabix). auto: rows, and beyond 64 MB the file itself, whose places are read by a cell (said); file, rows: always",
  }),
  duplicates: z
    .enum(["fail", "suffix"])
    .default(asTheFileSays.duplicates)
    .meta({ title: "Names that are there twice", description: "Of a matrix. fail: refuse the file; suffix: add _2, _3" }),
  annotations: z
    .union([z.enum(["apart", "samples"]), z.array(z.string().max(1000)).max(1000).readonly()])
    .default("apart")
    .meta({
      title: "Columns that describe rows",
      description:
        "Of a matrix: length, Entrez number, place, totals, means. apart: those that are found (said); samples: none; or their names, these and no others",
    }),
  summaryRows: z.enum(["leave-out", "leave-out-of-tables", "keep"]).default("leave-out").meta({
    title: "Rows of totals",
    description:
      "What programs that count write beside the genes (__no_feature, N_unmapped, Total). leave-out: out of a matrix; leave-out-of-tables: out of tables, too, with totals and remarks at their end",
  }),
};

export const settingsShape = z.strictObject(loadSettings);
export type LoadSettings = z.output<typeof settingsShape>;
export const usualSettings: LoadSettings = settingsShape.parse({});
