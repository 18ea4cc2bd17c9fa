// Two matrices with batches, groups and numbers of their samples, as testing/reference/steps/batches.R has them, and what R made of
// them. For tests only.

import { readFileSync } from "node:fs";
import path from "node:path";
import type { Assay } from "../artifacts/artifact.ts";
import { assayOf, denseData } from "../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import { hasReference, referenceFile } from "./reference-data.ts";

const linesOf = (name: string): string[] => readFileSync(referenceFile(name), "utf8").trim().split(/\r?\n/);
const unquoted = (cell: string): string => cell.replaceAll('"', "");

export const batchSets = ["golub", "stemcells"] as const;
export type BatchSet = (typeof batchSets)[number];
export const hasBatchSet = (set: BatchSet): boolean =>
  set === "golub" || hasReference("stemcells_4labs/expression.csv", "stemcells_4labs/samples.csv");

interface Sheet {
  readonly batch: readonly string[];
  readonly group: readonly string[];
}
/** R counts from 1. */
const places = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

function golub(): { readonly rows: readonly (readonly number[])[]; readonly sheet: Sheet } {
  const rows = linesOf("golub/golub_49.gct")
    .slice(3)
    .map((line) => line.split("\t").slice(2).map(Number));
  const samples = places(rows[0]?.length ?? 0);
  return {
    rows,
    sheet: {
      batch: samples.map((at) => ["p", "q", "r"][(at * 7) % 3] ?? ""),
      group: samples.map((at) => (at % 5 < 2 ? "u" : "v")),
    },
  };
}

function stemcells(): ReturnType<typeof golub> {
  const cells = linesOf("stemcells_4labs/expression.csv")
    .slice(1)
    .map((line) => line.split(",").slice(1).map(Number));
  const sheet = linesOf("stemcells_4labs/samples.csv")
    .slice(1)
    .map((line) => line.split(",").map(unquoted));
  return {
    rows: (cells[0] ?? []).map((_, gene) => cells.map((cell) => cell[gene] ?? 0)),
    sheet: { batch: sheet.map((row) => row[1] ?? ""), group: sheet.map((row) => row[2] ?? "") },
  };
}

/** `holes`: every 23rd value is missing. `batch`: other batches. `change`: the values of a feature, from 0. */
export function batchMatrix(
  set: BatchSet,
  more: {
    readonly holes?: boolean;
    readonly batch?: (batch: readonly string[]) => readonly string[];
    readonly change?: (values: readonly number[], feature: number, batch: readonly string[]) => readonly number[];
  } = {},
): Assay {
  const { rows, sheet } = set === "golub" ? golub() : stemcells();
  const samples = places(sheet.batch.length);
  const isHole = (feature: number, sample: number): boolean =>
    more.holes === true && ((feature + 1) * 7 + (sample + 1) * 3) % 23 === 0;
  return assayOf({
    values: {
      layout: "dense",
      data: Float32Array.from(
        rows.flatMap((row, feature) =>
          (more.change?.(row, feature, sheet.batch) ?? row).map((value, sample) =>
            isHole(feature, sample) ? Number.NaN : value,
          ),
        ),
      ),
    },
    features: tableOf(
      textColumn(
        "gene",
        rows.map((_, at) => `g${at + 1}`),
      ),
    ),
    samples: tableOf(
      textColumn(
        "sample",
        samples.map((at) => `s${at}`),
      ),
      textColumn("batch", more.batch?.(sheet.batch) ?? sheet.batch),
      textColumn("group", sheet.group),
      textColumn(
        "other",
        samples.map((at) => (at % 4 === 0 ? "k" : "l")),
      ),
      numberColumn(
        "age",
        samples.map((at) => (at * 13) % 17),
      ),
    ),
    featureNoun: "gene",
  });
}

type Answers = { readonly [set: string]: { readonly [what: string]: readonly (readonly number[])[] } };
const answersIn = (file: string): Answers =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, "reference/steps", file), "utf8"));
const answers: Answers = answersIn("batches.json");
const quantiles: Answers = answersIn("quantiles.json");

/**
 * The largest distance from R's sums of each feature over the size of such sums; Infinity where other values are missing.
 * `moreMissing`: features of which R has more missing values are passed over.
 */
export function farFromR(found: Assay, set: BatchSet, what: string, moreMissing = false): number {
  const data = denseData(found);
  const width = found.sampleCount;
  const away = (answers[set]?.[what] ?? quantiles[set]?.[what] ?? [[Number.NaN]]).map(
    ([one = 0, two = 0, squares = 0, gone = 0], feature) => {
      let [ownOne, ownTwo, ownSquares, ownGone] = [0, 0, 0, 0];
      for (let at = 1; at <= width; at++) {
        const value = data[feature * width + at - 1] as number;
        if (Number.isNaN(value)) {
          ownGone++;
          continue;
        }
        ownOne += value * (((at * 5) % 11) - 5);
        ownTwo += value * (((at * 7) % 23) - 9);
        ownSquares += value * value;
      }
      // Weights are 6 or so on average.
      const size = 6 * Math.sqrt(squares * width) || 1;
      if (moreMissing && gone > ownGone) return 0;
      if (ownGone !== gone) return Number.POSITIVE_INFINITY;
      return Math.max(
        Math.abs(ownOne - one) / size,
        Math.abs(ownTwo - two) / size,
        Math.abs(ownSquares - squares) / (squares || 1),
      );
    },
  );
  return away.length === found.featureCount ? Math.max(...away) : Number.POSITIVE_INFINITY;
}
