// Genome-wide association on real genotypes against answers from outside: lines of maize (λ as EXPECTED.json of the shared data has it,
// p as statgenGWAS's authors' data give them in R), and people of the 1000 Genomes with a simulated trait (R's lm and glm, plink 1.9:
// stats/association/thousand-genomes.R).

import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Artifact, Assay, Table } from "../../artifacts/artifact.ts";
import { columnOf, numberColumn, tableOf, takeColumnRows, textColumn } from "../../artifacts/table.ts";
import type { Json } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { bodyOf } from "../../contract/report.ts";
import { readFile } from "../../files/read-file.ts";
import { principalComponents } from "../../learn/principal-components.ts";
import { associationReport, type AssociationBody } from "../../reports/association/report.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { maizeFiles, maizeGenotypes, maizeTraits } from "../../testing/maize.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { execute } from "./execute.ts";
import { associate } from "./spec.ts";

async function associated(spec: { readonly [field: string]: Json }, inputs: { readonly [name: string]: Artifact }) {
  const context = {
    signal: new AbortController().signal,
    progress: () => undefined,
    log: () => undefined,
    input: ({ ref }: { readonly ref: string }) => inputs[ref],
  } as unknown as ExecuteContext;
  const references = Object.fromEntries(Object.keys(inputs).map((name) => [name, { ref: name }]));
  const outcome = await execute(associate.schema.parse({ ...references, minCount: 1, ...spec }), context);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  const body = bodyOf(associationReport, outcome.value["report"] as Json) as AssociationBody;
  const out = outcome.value["out"] as Table;
  return {
    body,
    outputs: outcome.value,
    of: (name: string) =>
      columnOf(out, name)?.type === "float64" ? (columnOf(out, name) as { values: Float64Array }).values : new Float64Array(),
  };
}

/** Some sites of a matrix of bytes. */
function sitesOf(from: Assay, kept: readonly number[]): Assay {
  const { data } = from.values as { data: Int8Array };
  const width = from.sampleCount;
  const values = new Int8Array(kept.length * width);
  kept.forEach((site, nth) => values.set(data.subarray(site * width, (site + 1) * width), nth * width));
  return {
    ...from,
    featureCount: kept.length,
    values: { layout: "bytes", data: values },
    layers: [],
    features: {
      ...from.features,
      rowCount: kept.length,
      columns: from.features.columns.map((column) => takeColumnRows(column, kept)),
    },
  };
}

const isMaizeThere = hasReference(...maizeFiles);

/** Of centred and scaled markers. */
function components(assay: Assay, count: number): Table {
  const { featureCount, sampleCount, samples } = assay;
  const { data } = assay.values as { data: Int8Array };
  const values = new Float64Array(featureCount * sampleCount);
  for (let site = 0; site < featureCount; site++)
    for (let sample = 0; sample < sampleCount; sample++)
      values[sample * featureCount + site] = data[site * sampleCount + sample] as number;
  const { scores, variance } = principalComponents(values, sampleCount, featureCount, { components: count, scale: true });
  return tableOf(
    samples.columns[0] as never,
    ...Array.from({ length: count }, (_, k) =>
      numberColumn(
        `PC${k + 1}`,
        Array.from({ length: sampleCount }, (_unused, sample) => scores[sample * variance.length + k] as number),
      ),
    ),
  );
}

test.skipIf(!isMaizeThere)("maize: λ of grain yield without and with three components, p of anthesis as R has them", async () => {
  const from = maizeGenotypes();
  const sheet = maizeTraits("Mur13W");
  const plain = await associated({ trait: "grain.yield", threshold: 0 }, { from, sheet });
  expect(Math.abs((plain.body.lambda as number) / 4.4472 - 1)).toBeLessThan(1e-3);
  expect(plain.body.doubts.map(({ key }) => key)).toContain("associate.inflated");
  const scores = components(from, 3);
  const beside = await associated({ trait: "grain.yield", pcs: 3, threshold: 0 }, { from, sheet, components: scores });
  expect(Math.abs((beside.body.lambda as number) / 1.8952 - 1)).toBeLessThan(1e-3);
  expect(beside.body.doubts.map(({ key }) => key)).toContain("associate.inflated-components");

  const anthesis = await associated({ trait: "anthesis", pcs: 3 }, { from, sheet, components: scores });
  expect(anthesis.body.lambda).toBeCloseTo(1.804, 2);
  expect(anthesis.body.lead?.id).toBe("PZE-107067197");
  const [, ...lines] = gunzipSync(readFileSync(referenceFile("maize_drops_gwas/expected/anthesis_Mur13W_3PC.csv.gz")))
    .toString("utf8")
    .trimEnd()
    .split("\n");
  const variants = columnOf(anthesis.outputs["out"] as Table, "variant") as { codes: Int32Array; dictionary: readonly string[] };
  const at = new Map(Array.from(variants.codes, (code, row) => [variants.dictionary[code] ?? "", row]));
  const p = anthesis.of("p");
  let [compared, off] = [0, 0];
  for (const line of lines) {
    const [id = "", , right = ""] = line.split(",");
    const row = at.get(id.replaceAll('"', ""));
    if (row === undefined) continue;
    // Six significant digits are printed.
    off = Math.max(off, Math.abs((p[row] as number) / Number(right) - 1));
    compared++;
  }
  expect(compared).toBeGreaterThan(41_000);
  expect(off).toBeLessThan(6e-6);
});

test.skipIf(!isMaizeThere)("maize: kinship without the chromosome takes the inflation away", async () => {
  const from = maizeGenotypes();
  // Every 12th marker: the mixed model closes in on λ at each.
  const thinned = sitesOf(
    from,
    Array.from({ length: Math.ceil(from.featureCount / 12) }, (_, at) => 12 * at),
  );
  const { body } = await associated(
    { trait: "grain.yield", model: { type: "mixed", leaveOut: true } },
    { from: thinned, sheet: maizeTraits("Mur13W") },
  );
  expect(body.lambda).toBeGreaterThan(0.8);
  expect(body.lambda).toBeLessThan(1.35);
  expect(body.doubts.map(({ key }) => key)).toContain("association-mixed.kinship-without");
});

interface Simulated {
  readonly samples: readonly string[];
  readonly age: readonly number[];
  readonly trait: readonly number[];
  readonly case: readonly number[];
  readonly superpop: readonly string[];
  readonly picked: readonly number[];
  readonly lm: readonly (readonly number[])[];
  readonly glm: readonly (readonly number[])[];
  readonly separated: readonly boolean[];
  readonly plinkLinear: { readonly [column: string]: readonly number[] };
  readonly plinkLogistic: { readonly [column: string]: readonly number[] };
}

const genomes = "kg_phase1_1092/kg_phase1_14079.vcf.gz";

test.skipIf(!hasReference(genomes))(
  "1000 Genomes with a simulated trait: R's lm and glm to 1e-8, plink to its digits",

  async () => {
    const folder = path.join(import.meta.dirname, "../../stats/association");
    const oracle = JSON.parse(readFileSync(path.join(folder, "thousand-genomes.json"), "utf8")) as Simulated;
    const { content } = await readFile(bytesAsSource(readFileSync(referenceFile(genomes))), "kg.vcf.gz");
    if (content.shape !== "whole") throw new Error("a matrix was expected");
    const from = sitesOf(content.artifact as Assay, oracle.picked);
    const sheet = tableOf(
      textColumn("person", oracle.samples),
      numberColumn("age", oracle.age),
      textColumn("superpop", oracle.superpop),
      numberColumn("trait", oracle.trait),
      numberColumn("case", oracle.case),
    );
    const covariates = ["age", "superpop"];
    // Four are printed; logistic regression plink 1.9 reckons in single precision, which may move the last one.
    const digits = (found: number, right: number, units: number): boolean =>
      Math.abs(found - right) <= units * 10 ** (Math.floor(Math.log10(Math.abs(right))) - 3);
    for (const [trait, model, r, plink] of [
      ["trait", { type: "linear" }, oracle.lm, oracle.plinkLinear],
      ["case", { type: "logistic" }, oracle.glm, oracle.plinkLogistic],
    ] as const) {
      const { of, body } = await associated({ trait, model, covariates }, { from, sheet });
      expect(body.tested).toBe(oracle.picked.length);
      const units = trait === "case" ? 1.001 : 0.5001;
      const [beta, error, p] = [of("beta"), of("se"), of("p")];
      oracle.picked.forEach((_, nth) => {
        const site = nth;
        if (trait === "case" && oracle.separated[nth]) return;
        const [rightBeta = 0, rightError = 0, , rightP = 0] = r[nth] ?? [];
        expect(Math.abs((beta[site] as number) / rightBeta - 1), `beta ${site}`).toBeLessThan(1e-7);
        expect(Math.abs((error[site] as number) / rightError - 1), `se ${site}`).toBeLessThan(1e-8);
        expect(Math.abs((p[site] as number) / rightP - 1), `p ${site}`).toBeLessThan(1e-8);
        expect(
          digits(beta[site] as number, plink["BETA"]?.[nth] as number, units),
          `plink ${trait} beta ${site}: ${beta[site]}`,
        ).toBe(true);
        expect(digits(p[site] as number, plink["P"]?.[nth] as number, units), `plink ${trait} p ${site}: ${p[site]}`).toBe(true);
      });
    }
  },
);
