// Principal components of genotypes are those of smartpca and flashpca: by allele frequency, missing ones at the mean.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type Assay, missingByte, type Report, type Table } from "../../artifacts/artifact.ts";
import { stepAgainst } from "../../artifacts/raw-values.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { readFile } from "../../files/read-file.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { execute } from "./execute.ts";
import { reduce } from "./spec.ts";

async function components(assay: Assay | Table, spec: object = {}) {
  const logged: string[] = [];
  const context = {
    input: () => assay,
    log: (line: string) => void logged.push(line),
    progress: () => undefined,
    signal: new AbortController().signal,
  } as unknown as ExecuteContext;
  const done = await execute(reduce.schema.parse({ from: { ref: "cell_genotypes" }, ...spec }), context);
  if (!done.ok) return { failure: done.error, logged };
  const out = done.value["out"] as Table;
  const scores = out.columns.flatMap((column) => (column.type === "float64" ? [[...column.values]] : []));
  return { body: (done.value["report"] as Report).body, scores, loadings: done.value["loadings"] as Table, logged };
}

const n = missingByte;
const rows = [
  [0, 1, 2, 0, 1],
  [2, 2, 1, 0, n],
  [0, 0, 1, 1, 2],
  [1, 1, 1, 1, 1],
  [0, n, n, 2, 1],
  [2, 1, 0, 0, 0],
  [0, 0, 0, 0, 0],
];
const small = (values: readonly (readonly number[])[] = rows): Assay =>
  assayOf({
    values: { layout: "bytes", data: Int8Array.from(values.flat()) },
    features: tableOf(
      textColumn(
        "site",
        values.map((_, at) => `1:${at + 1}:A:C`),
      ),
    ),
    samples: tableOf(
      textColumn(
        "sample",
        (values[0] ?? []).map((_, at) => `s${at}`),
      ),
    ),
    scale: "dosage",
    featureNoun: "site",
  });

const near = (found: readonly number[] | undefined, expected: readonly number[]): void => {
  expect(found).toHaveLength(expected.length);
  found?.forEach((value, at) => expect(value).toBeCloseTo(expected[at] as number, 7));
};

test("eigenvalues and scores are those of numpy (linalg.eigh of ZᵀZ / 5), what does not vary or is missing is said", async () => {
  const { body, scores, loadings, logged } = await components(small());
  near(body?.["variance"] as number[], [3.76941687, 1.38811392, 0.544670684, 0.128274716]);
  near(
    body?.["share"] as number[],
    [3.76941687, 1.38811392, 0.544670684, 0.128274716].map((value) => value / 5.830476190476191),
  );
  near(scores?.[0], [1.40827089, 0.61360501, -0.54233876, -0.84231721, -0.63721993]);
  near(scores?.[1], [-0.24290861, 0.20240188, 0.64799863, -0.88843278, 0.28094088]);
  expect(loadings?.rowCount).toBe(5);
  expect(logged.join("\n")).toMatch(/Genotypes of 5 sites.*\n3 genotypes are missing \(8\.57 %\).*\n2 sites do not vary/);
});

test("dosages as floats give the same", async () => {
  const assay = small();
  const data = Float32Array.from(rows.flat(), (value) => (value === n ? Number.NaN : value));
  const { body } = await components({ ...assay, values: { layout: "dense", data } });
  near(body?.["variance"] as number[], [3.76941687, 1.38811392, 0.544670684, 0.128274716]);
});

test("more than two copies, and tables, are refused with the other choice", async () => {
  const fix = { path: ["genotypes"], value: "as-numbers" };
  expect(
    (
      await components(
        small([
          [0, 3, 1],
          [1, 1, 0],
        ]),
      )
    ).failure,
  ).toMatchObject({ reason: "learn.genotypes-none", fix });
  const table = tableOf(textColumn("a", ["x"]));
  expect((await components(table, { genotypes: "by-frequency" })).failure).toMatchObject({
    reason: "learn.genotypes-table",
    fix,
  });
  expect(
    (
      await components(
        small([
          [0, 3, 1],
          [1, 1, 0],
        ]),
        { genotypes: "as-numbers" },
      )
    ).body,
  ).toMatchObject({ scaled: false });
});

const variances = ({ body }: Awaited<ReturnType<typeof components>>): readonly number[] => (body?.["variance"] ?? []) as number[];
const withCopies = (values: readonly (readonly number[])[], copies: readonly (readonly number[])[]): Assay => ({
  ...small(values),
  layers: [{ name: "ploidy", values: { layout: "bytes", data: Int8Array.from(copies.flat()) } }],
});

test("sites of one copy are scaled by p (1 - p), as numpy does; where some have one and others two they are left out and said", async () => {
  const haploid = [
    [0, 1, 1, 0, 1],
    [1, 1, 0, 0, 0],
    [0, 0, 0, 1, 1],
  ];
  const one = await components(
    withCopies(
      haploid,
      haploid.map((row) => row.map(() => 1)),
    ),
  );
  near(variances(one).slice(0, 3), [2.77777778, 1.79152493, 0.430697294]);
  const diploid = [
    [0, 1, 2, 0, 1],
    [2, 1, 0, 0, 0],
  ];
  const two = await components(
    withCopies([...diploid, [1, 1, 2, 0, 0]], [...diploid.map(() => [2, 2, 2, 2, 2]), [1, 2, 2, 1, 2]]),
  );
  near(variances(two).slice(0, 2), [4.98477771, 1.74141277]);
  expect(two.logged.join("\n")).toContain("1 site has calls of one copy beside calls of two");
  const mixed = await components(withCopies([[1, 1, 2, 0, 0]], [[1, 2, 2, 1, 2]]));
  expect(mixed.failure).toMatchObject({ reason: "learn.genotypes-all-mixed", fix: { value: "as-numbers" } });
});

const kg = "kg_phase1_1092/kg_phase1_14079.vcf.gz";
test.skipIf(!hasReference(kg))("the 1000 genomes: eigenvalues as flashpca has them", { timeout: 120_000 }, async () => {
  const { content } = await readFile(bytesAsSource(readFileSync(referenceFile(kg))), "kg.vcf.gz");
  const assay = content.shape === "whole" ? (content.artifact as Assay) : null;
  expect([assay?.featureCount, assay?.sampleCount]).toEqual([14_079, 1092]);
  const { body } = await components(assay as Assay, { components: 3 });
  const variance = body?.["variance"] as number[];
  [36.584, 24.65, 8.5].forEach((expected, at) => expect(Math.abs((variance[at] as number) / expected - 1)).toBeLessThan(1e-3));
});

test("neighbouring sites that go together are told, with the step before; of pruned ones nothing is", async () => {
  // People are mosaics of 12 chromosomes (testing/reference/steps/prune-ld.py); the sites that plink1.9 keeps.
  const file = path.join(import.meta.dirname, "../../testing/reference/steps/prune-ld.json");
  const [set] = JSON.parse(readFileSync(file, "utf8")) as [
    { readonly chromosomes: string[]; readonly calls: string[]; readonly answers: readonly [{ readonly kept: number[] }] },
  ];
  const of = (sites: readonly number[]): Assay => {
    const assay = small(sites.map((site) => [...(set.calls[site] ?? "")].map((call) => (call === "." ? n : Number(call)))));
    const chromosome = textColumn(
      "chromosome",
      sites.map((site) => set.chromosomes[site] ?? null),
      { semantic: "chromosome" },
    );
    return { ...assay, features: tableOf(...assay.features.columns, chromosome) };
  };
  const { body, logged } = await components(of(set.calls.map((_, site) => site)));
  const linked = sentencesIn(body?.["doubts"] ?? undefined).find(({ key }) => key === "raw-values.linked");
  expect(linked && stepAgainst(linked)).toEqual({ verb: "prune-ld" });
  expect(logged.join("\n")).toMatch(/pairs of neighbouring sites \d+ % go together/);
  const kept = await components(of(set.answers[0].kept));
  expect(sentencesIn(kept.body?.["doubts"]).map(({ key }) => key)).not.toContain("raw-values.linked");
});
