// A clustered heatmap of 2,000 genes x 500 samples with two trees and two annotation tracks, as a chart cell draws it, against
// pheatmap of the same numbers in the same run, both by processor time.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { assayOf } from "@genomecraft/cells/artifacts/assay.ts";
import { digestOfArtifact } from "@genomecraft/cells/artifacts/digest-of-artifact.ts";
import { numberColumn, tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import type { ExecuteContext } from "@genomecraft/cells/contract/execute.ts";
import { execute } from "@genomecraft/cells/kinds/chart/execute.ts";
import { chart } from "@genomecraft/cells/kinds/chart/spec.ts";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import { type Measurement, median } from "./measurement.ts";
import { ownSeconds } from "./processor-time.ts";

const [genes, samples] = [2_000, 500];
const rounds = 5;

const peer = `
suppressMessages(library(pheatmap))
file <- commandArgs(TRUE)[1]
x <- matrix(readBin(file, "double", ${genes * samples}, endian = "little"), ${genes}, byrow = TRUE)
colnames(x) <- paste0("s", 1:${samples}); rownames(x) <- paste0("g", 1:${genes})
beside <- data.frame(arm = rep(c("a", "b"), length.out = ${samples}), age = 1:${samples}, row.names = colnames(x))
t <- sapply(1:3, function(i) sum(system.time({
  png(tempfile(fileext = ".png"), 900, 700)
  pheatmap(x, scale = "row", annotation_col = beside, show_rownames = FALSE, show_colnames = FALSE)
  dev.off()
})[c("user.self", "sys.self")]))
cat("\\n", median(t), "\\n")
`;

export async function bench(): Promise<Measurement[]> {
  const random = seededRandom(11);
  // Genes in five programmes, samples in four kinds.
  const values = Float64Array.from({ length: genes * samples }, (_, at) => {
    const [gene, sample] = [Math.floor(at / samples), at % samples];
    return 6 + random() + random() + random() + (gene % 5 === sample % 4 ? 2 : 0);
  });
  const assay = assayOf({
    values: { layout: "dense", data: Float32Array.from(values) },
    features: tableOf(
      textColumn(
        "gene",
        Array.from({ length: genes }, (_, at) => `g${at}`),
      ),
    ),
    samples: tableOf(
      textColumn(
        "sample",
        Array.from({ length: samples }, (_, at) => `s${at}`),
      ),
      textColumn(
        "arm",
        Array.from({ length: samples }, (_, at) => (at % 2 ? "b" : "a")),
      ),
      numberColumn(
        "age",
        Array.from({ length: samples }, (_, at) => at),
      ),
    ),
    scale: "log2",
    featureNoun: "gene",
  });
  const spec = chart.schema.parse({
    from: { ref: "cell_m" },
    labels: true,
    chart: { type: "heatmap", top: genes, bars: ["arm", "age"], cutFeatures: 5 },
  });
  const context = { input: () => assay, valueOf: (value: unknown) => value } as unknown as ExecuteContext;
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const seconds = await ownSeconds(async () => {
      const drawn = await execute(spec, context);
      const out = drawn.ok ? drawn.value["out"] : undefined;
      if (!out) throw new Error("the heatmap was not drawn");
      digestOfArtifact(out);
    });
    times.push(seconds);
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-heatmap-"));
  const file = path.join(folder, "values.bin");
  writeFileSync(file, new Uint8Array(values.buffer));
  const done = spawnSync("/usr/bin/Rscript", ["-e", peer, file], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  const theirs = Number((done.stdout ?? "").trim().split("\n").at(-1));
  const there = done.status === 0 && theirs > 0;
  return [
    {
      name: "a clustered heatmap of 2,000 genes x 500 samples, with tracks, processor time",
      unit: "s",
      median: median(times),
      bound: "<= 1.5 s",
      ...(there ? { peer: "pheatmap", peerMedian: theirs, ratio: median(times) / theirs } : {}),
    },
  ];
}
