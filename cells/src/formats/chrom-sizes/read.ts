// A file of sequences and their lengths as a table, with the build that has these lengths.

import { buildOfContigs } from "../../artifacts/builds.ts";
import { cellString } from "../../artifacts/table.ts";
import type { Read } from "../../contract/format.ts";
import { headRows } from "../parts/intervals/head-rows.ts";
import { chromosomeColumn, type LaidColumn } from "../parts/intervals/laid-out.ts";
import { headOf, kindOfBedLine, readPlaces } from "../parts/intervals/read-places.ts";

const columns: readonly LaidColumn[] = [
  chromosomeColumn(),
  { name: "length", type: "whole", isNeeded: true, least: 1, more: { semantic: "number", unit: "bp" } },
];

export const read: Read = async (task) =>
  readPlaces(task, {
    format: "chrom.sizes",
    columns,
    least: 2,
    separator: headRows(await headOf(task)).separator,
    further: "none",
    kindOf: kindOfBedLine,
    buildOf: ({ columns: [chromosome, length], rowCount }) => {
      if (!chromosome || length?.type !== "int32") return null;
      const contigs = Array.from({ length: Math.min(rowCount, 100_000) }, (_, row) => ({
        name: cellString(chromosome, row),
        length: length.values[row] as number,
      }));
      const build = buildOfContigs(contigs);
      return build === null ? null : { build, by: "length" };
    },
  });
