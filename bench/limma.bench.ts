// limma-voom of GSE96870 (41,786 genes x 22 samples, ~ sex + time) with a contrast, as a cell fits it, against limma and edgeR in the same run,
// both by processor time.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { assayOf } from "@genomecraft/cells/artifacts/assay.ts";
import { tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import { loadWork, methodSchema } from "@genomecraft/cells/differential-methods.ts";
import { type Measurement, median } from "./measurement.ts";
import { ownSeconds } from "./processor-time.ts";

const data = path.resolve(import.meta.dirname, "../examples/data");
const [countsFile, sheetFile] = ["GSE96870_counts_cerebellum.csv.gz", "GSE96870_coldata_cerebellum.csv"].map((name) =>
  path.join(data, name),
) as [string, string];
const linesOf = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split(","));
const rounds = 5;

const peer = `
suppressMessages({ library(limma); library(edgeR) })
files <- commandArgs(TRUE)
counts <- as.matrix(read.csv(gzfile(files[1]), row.names = 1, check.names = FALSE))
sheet <- read.csv(files[2]); sheet <- sheet[match(colnames(counts), sheet[[1]]), ]
t <- sapply(1:${rounds}, function(i) sum(system.time({
  design <- model.matrix(~ sex + time, sheet)
  d <- DGEList(counts); d <- calcNormFactors(d[filterByExpr(d, design), , keep.lib.sizes = FALSE])
  fit <- eBayes(lmFit(voom(d, design), design))
  r <<- topTable(fit, coef = "timeDay8", number = Inf)
})[c("user.self", "sys.self")]))
cat("\\n", median(t), sum(r$adj.P.Val < 0.05), "\\n")
`;

export async function bench(): Promise<Measurement[]> {
  const [head = [], ...rows] = linesOf(gunzipSync(readFileSync(countsFile)).toString());
  const [names = [], ...sheet] = linesOf(readFileSync(sheetFile, "utf8"));
  const samples = head.slice(1);
  const said = (column: string): string[] =>
    samples.map((sample) => sheet.find(([id]) => id === sample)?.[names.indexOf(column)] ?? "");
  const marks = (column: string, value: string) => Float64Array.from(said(column), (each) => Number(each === value));
  const columns = [new Float64Array(samples.length).fill(1), marks("sex", "Male"), marks("time", "Day4"), marks("time", "Day8")];
  const assay = assayOf({
    values: { layout: "dense", data: Float32Array.from(rows.flatMap((row) => row.slice(1).map(Number))) },
    features: tableOf(
      textColumn(
        "gene",
        rows.map(([gene]) => gene ?? ""),
      ),
    ),
    samples: tableOf(textColumn("sample", samples)),
    scale: "counts",
    featureNoun: "gene",
  });
  const options = methodSchema.parse({ type: "limma-voom" });
  const work = await loadWork(options);
  const times: number[] = [];
  let n = 0;
  for (let round = 0; round < rounds; round++) {
    const seconds = await ownSeconds(async () => {
      const fit = await work.fit({ options, assay, columns, blocks: null, pause: async () => undefined, say: () => undefined });
      if (!fit.ok) throw new Error(fit.error.reason);
      const pause = async () => undefined;
      const asked = {
        options,
        fitted: fit.value,
        features: rows.length,
        compared: null,
        isTwoGroups: true,
        alpha: 0.05,
        least: 0,
        pause,
      };
      n = (await work.contrast({ ...asked, weights: Float64Array.of(0, 0, 0, 1) })).adjusted.filter((q) => q < 0.05).length;
    });
    times.push(seconds);
  }
  const ours = median(times);
  const done = spawnSync("/usr/bin/Rscript", ["-e", peer, countsFile, sheetFile], { encoding: "utf8" });
  const [theirs, theirN] = (done.stdout ?? "").trim().split("\n").at(-1)?.trim().split(" ").map(Number) ?? [];
  const there = done.status === 0 && theirs !== undefined && theirN !== undefined;
  if (there && Math.abs(n - theirN) > 5) throw new Error(`${n} genes, limma ${theirN}`);
  return [
    {
      name: `limma-voom and a contrast, 41,786 x 22 (${n} genes), processor time`,
      unit: "s",
      median: ours,
      bound: "ratio <= 1",
      ...(there ? { peer: "limma", peerMedian: theirs, ratio: ours / theirs } : {}),
    },
  ];
}
