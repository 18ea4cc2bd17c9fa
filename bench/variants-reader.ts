// One reading of one VCF in a process of its own, and the components of its people where they are asked for: prints seconds,
// peak megabytes and a check sum (dosages, or the first eigenvalue). Started by variants.bench.ts.

import process from "node:process";
import type { Assay } from "@genomecraft/cells/artifacts/artifact.ts";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import { readFile } from "@genomecraft/cells/files/read-file.ts";
import { genotypeComponents } from "@genomecraft/cells/learn/genotype-components.ts";
import { standardGenotypes } from "@genomecraft/cells/learn/standard-genotypes.ts";
import { inflateOnNode } from "@genomecraft/kernel/engines/inflate-on-node.ts";
import { fileSource } from "./file-source.ts";

const [file = "", what = "", layers = ""] = process.argv.slice(2);

const read = async (source: ByteSource): Promise<Assay> => {
  const { content } = await readFile(source, "x.vcf", { inflate: inflateOnNode, layers: layers === "" ? [] : layers.split(",") });
  if (content.shape !== "whole" || content.artifact.type !== "assay") throw new TypeError("no assay");
  return content.artifact;
};
// A worker loads the reader of a format with its first file of it and keeps it: that is not a matter of this file.
const first = new TextEncoder().encode(
  "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\ta\n1\t1\t.\tA\tC\t.\t.\t.\tGT\t0/1\n",
);
await read({
  size: first.length,
  read: async (from, to) => first.slice(from, to),
  stream: async function* () {
    yield first;
  },
});
const source = await fileSource(file);
let started = performance.now();
const assay = await read(source);
let check = 0;
if (what === "components") {
  started = performance.now();
  const genotypes = standardGenotypes(assay.values, assay.featureCount, assay.sampleCount);
  if (genotypes) {
    const work = genotypeComponents(genotypes, 10);
    let step = work.next();
    while (!step.done) step = work.next();
    check = step.value.variance[0] ?? 0;
  }
}
const seconds = (performance.now() - started) / 1000;
if (what !== "components" && assay.values.layout === "bytes")
  for (const dosage of assay.values.data) check += dosage < 0 ? 0 : dosage;
console.log(seconds, process.resourceUsage().maxRSS / 1024, check);
