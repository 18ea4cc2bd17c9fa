// Of an archive of very many files each is known by its content, also the 501st; how much is looked at has a bound.

import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { ByteSource } from "../base/byte-source.ts";
import { inflateGzip } from "../formats/parts/gzip.ts";
import { bytesAsSource } from "../testing/bytes-as-source.ts";
import { setOf } from "../testing/set-of.ts";
import { openFile } from "./open-file.ts";
import { headsOfParts } from "./open-parts.ts";

const vcf = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n1\t5\t.\tA\tC\t.\t.\t.\n";
const many = (count: number): { readonly [name: string]: string } =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${String(at).padStart(5, "0")}.txt`, `gene\tv\ng${at}\t1\n`]));

test("what stands behind 500 others is told by what it holds, packed or not, whatever it is called", async () => {
  const files = { ...many(505), "y.dat": vcf, "z.dat.gz": gzipSync(vcf.repeat(200)) };
  const { collection } = await openFile(bytesAsSource(setOf(files)), "many.zip", inflateGzip);
  const formatOf = (name: string) => collection?.items.find((item) => item.name === name)?.format;
  expect(collection?.items).toHaveLength(507);
  expect(["a00504.txt", "y.dat", "z.dat.gz"].map(formatOf)).toEqual(["tsv", "vcf", "vcf"]);
});

test("200 samples of 10x are one data set, whose last files were looked at as the first", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => `s${String(at).padStart(3, "0")}/`).flatMap((folder) => [
      [`${folder}matrix.mtx.gz`, gzipSync("%%MatrixMarket matrix coordinate integer general\n2 1 1\n1 1 5\n")],
      [`${folder}barcodes.tsv.gz`, gzipSync("AAAC-1\n")],
      [`${folder}features.tsv.gz`, gzipSync("ENSG1\tA\tGene Expression\nENSG2\tB\tGene Expression\n")],
    ]),
  );
  const { recognised, head } = await openFile(bytesAsSource(setOf(files)), "many.zip", inflateGzip);
  expect([recognised.format, recognised.params]).toEqual(["10x-mtx", { count: 200 }]);
  expect(head.parts?.at(-1)?.text?.startsWith("%%MatrixMarket")).toBe(true);
});

test("of each no more is read than a glance, and beyond 2,000 nothing", async () => {
  let read = 0;
  const bytes = new TextEncoder().encode(vcf.repeat(1_000));
  const source: ByteSource = {
    ...bytesAsSource(bytes),
    read: async (from, to) => {
      read += Math.min(to, bytes.length) - from;
      return bytes.subarray(from, to);
    },
  };
  const names = Array.from({ length: 2_500 }, (_, at) => `f${at}`);
  const heads = await headsOfParts({ names, source: () => source, open: () => source.stream() }, inflateGzip);
  expect(heads.filter(({ bytes: { length } }) => length > 0)).toHaveLength(2_000);
  expect(heads[1_999]?.bytes).toHaveLength(512);
  expect(read).toBeLessThanOrEqual(500 * 512 + 1_500 * (1 << 14));
});
