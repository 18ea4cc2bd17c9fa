// An expression model of GSE96870 (41,786 genes x 22 samples, ~ sex + time) with a contrast, against DESeq2 in the same run,
// both by processor time.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { contrastOfCounts } from "@genomecraft/cells/stats/deseq/contrast-of-counts.ts";
import { fitCounts } from "@genomecraft/cells/stats/deseq/fit-counts.ts";
import { filterByMean } from "@genomecraft/cells/stats/deseq/independent-filter.ts";
import { medianOfRatios } from "@genomecraft/cells/stats/size-factors.ts";
import type { Measurement } from "./measurement.ts";

const data = path.resolve(import.meta.dirname, "../examples/data");
const [countsFile, sheetFile] = ["GSE96870_counts_cerebellum.csv.gz", "GSE96870_coldata_cerebellum.csv"].map((name) =>
  path.join(data, name),
) as [string, string];
const linesOf = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split(","));

const peer = `
suppressMessages(library(DESeq2))
files <- commandArgs(TRUE)
counts <- as.matrix(read.csv(gzfile(files[1]), row.names = 1, check.names = FALSE))
sheet <- read.csv(files[2]); sheet <- sheet[match(colnames(counts), sheet[[1]]), ]
t <- sum(system.time({
  dds <- DESeqDataSetFromMatrix(counts, sheet, ~ sex + time)
  dds <- suppressMessages(DESeq(dds, quiet = TRUE))
  r <- results(dds, contrast = c("time", "Day8", "Day0"), alpha = 0.1)
})[c("user.self", "sys.self")])
cat("\\n", t, sum(r$padj < 0.05, na.rm = TRUE), "\\n")
`;

export async function bench(): Promise<Measurement[]> {
  const [head = [], ...rows] = linesOf(gunzipSync(readFileSync(countsFile)).toString());
  const [names = [], ...sheet] = linesOf(readFileSync(sheetFile, "utf8"));
  const samples = head.length - 1;
  const said = (column: string): string[] =>
    head.slice(1).map((sample) => sheet.find(([id]) => id === sample)?.[names.indexOf(column)] ?? "");
  const counts = Float64Array.from(rows.flatMap((row) => row.slice(1).map(Number)));
  const before = process.cpuUsage();
  const rowOf = (gene: number) => counts.subarray(gene * samples, (gene + 1) * samples);
  const reference = rows.map((_, gene) => {
    const row = rowOf(gene);
    return row.every((count) => count > 0) ? row.reduce((sum, count) => sum + Math.log(count), 0) / samples : null;
  });
  const factors = Float64Array.from({ length: samples }, (_, at) =>
    medianOfRatios(
      Float64Array.from(rows, (__, gene) => counts[gene * samples + at] as number),
      { reference, size: 0 },
    ),
  );
  const marks = (column: string, value: string) => Float64Array.from(said(column), (each) => Number(each === value));
  const columns = [new Float64Array(samples).fill(1), marks("sex", "Male"), marks("time", "Day4"), marks("time", "Day8")];
  const answer = await fitCounts(
    { genes: rows.length, samples, counts, factors, columns },
    { trend: "parametric", replaceFrom: 7, pause: () => undefined },
  );
  if (!answer.ok) throw new Error(answer.problem);
  const found = contrastOfCounts(answer.fit, {
    contrast: Float64Array.of(0, 0, 0, 1),
    isEmpty: () => false,
    isTwoGroups: false,
  });
  const n = filterByMean(found.p, answer.fit.means, 0.1).adjusted.filter((q) => q < 0.05).length;
  const { user, system } = process.cpuUsage(before);
  const ours = (user + system) / 1e6;
  const done = spawnSync("/usr/bin/Rscript", ["-e", peer, countsFile, sheetFile], { encoding: "utf8" });
  const [theirs, theirN] = (done.stdout ?? "").trim().split("\n").at(-1)?.trim().split(" ").map(Number) ?? [];
  const there = done.status === 0 && theirs !== undefined && theirN !== undefined;
  if (there && Math.abs(n - theirN) > 5) throw new Error(`${n} genes, DESeq2 ${theirN}`);
  return [
    {
      name: `expression model and a contrast, 41,786 x 22 (${n} genes), processor time`,
      unit: "s",
      median: ours,
      bound: "ratio <= 0.35",
      ...(there ? { peer: "DESeq2", peerMedian: theirs, ratio: ours / theirs } : {}),
    },
  ];
}
