// The kind on small invented genotypes: what it takes, tells and refuses.

import { expect, test } from "vitest";
import type { Artifact, Assay, Figure, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { cellJson, columnOf, integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { Json } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { modelOf } from "../../association-models.ts";
import { execute } from "./execute.ts";
import { componentsOfGenotypes } from "./execute-components.ts";
import { readSites } from "./read-sites.ts";
import { doubtsOfAnswer, sayResult } from "./say-result.ts";
import { associate, type AssociateSpec } from "./spec.ts";
import { associationReport, type AssociationBody } from "../../reports/association/report.ts";
import { bodyOf } from "../../contract/report.ts";

const samples = 80;
const ids = Array.from({ length: samples }, (_, at) => `s${at}`);

/** 40 sites on chr1, 40 on chr2, ten on chrX; the trait goes with site 5. */
function genotypes(more: Partial<Assay> = {}): Assay {
  const random = seededRandom(5);
  const sites = 90;
  const data = new Int8Array(sites * samples);
  for (let site = 0; site < sites; site++) {
    const frequency = 0.15 + 0.35 * random();
    for (let sample = 0; sample < samples; sample++)
      data[site * samples + sample] = (random() < frequency ? 1 : 0) + (random() < frequency ? 1 : 0);
  }
  for (let sample = 0; sample < samples; sample++) data[88 * samples + sample] = 1;
  const names = Array.from({ length: sites }, (_, at) => (at < 40 ? "chr1" : at < 80 ? "chr2" : "chrX"));
  return {
    ...assayOf({
      values: { layout: "bytes", data },
      features: tableOf(
        textColumn(
          "site",
          names.map((_, at) => `rs${at}`),
        ),
        textColumn("chromosome", names, { semantic: "chromosome", build: "GRCh38" }),
        integerColumn(
          "position",
          // Those of X beyond its end that Y has as well.
          names.map((_, at) => 1000 * (1 + (at % 40)) + (at < 80 ? 0 : 5_000_000)),
          { semantic: "position", origin: 1 },
        ),
        textColumn(
          "ref",
          names.map((_, at) => (at % 5 === 0 ? "T" : "G")),
          { semantic: "allele" },
        ),
        textColumn(
          "alt",
          names.map(() => "A"),
          { semantic: "allele" },
        ),
      ),
      samples: tableOf(textColumn("sample", ids, { semantic: "sample" })),
      scale: "dosage",
      featureNoun: "site",
    }),
    ...more,
  };
}

function people(
  of: Assay,
  more: readonly { readonly name: string; readonly values: readonly (number | string | null)[] }[] = [],
): Table {
  const random = seededRandom(8);
  const { data } = of.values as { data: Int8Array };
  const height = ids.map((_, at) => 170 + 5 * (data[5 * samples + at] as number) + 6 * (random() - 0.5));
  const status = ids.map((_, at) => (random() < 0.25 + 0.25 * (data[7 * samples + at] as number) ? "case" : "control"));
  return tableOf(
    textColumn("person", ids),
    numberColumn("height", height),
    textColumn("status", status),
    textColumn(
      "clinic",
      ids.map((_, at) => (at % 3 === 0 ? "north" : "south")),
    ),
    ...more.map(({ name, values }) =>
      values.some((value) => typeof value === "string")
        ? textColumn(name, values as readonly string[])
        : numberColumn(name, values as readonly (number | null)[]),
    ),
  );
}

const ref = (name: string): { readonly ref: string } => ({ ref: `cell_${name}` });

async function run(
  spec: Partial<Record<keyof AssociateSpec, Json>>,
  inputs: { readonly [name: string]: Artifact },
  signal?: AbortSignal,
) {
  const context = {
    signal: signal ?? new AbortController().signal,
    progress: () => undefined,
    log: () => undefined,
    input: ({ ref: id }: { readonly ref: string }) => inputs[id.replace("cell_", "")],
  } as unknown as ExecuteContext;
  return execute(
    associate.schema.parse({ from: ref("genotypes"), sheet: ref("people"), minCount: 1, ...spec }) as AssociateSpec,
    context,
  );
}

const usual = () => {
  const matrix = genotypes();
  return { genotypes: matrix, people: people(matrix) };
};

async function found(spec: Partial<Record<keyof AssociateSpec, Json>>, inputs: { readonly [name: string]: Artifact } = usual()) {
  const outcome = await run(spec, inputs);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  const report = outcome.value["report"];
  if (report?.type !== "report") throw new Error("a report is there");
  return { outputs: outcome.value, body: bodyOf(associationReport, report as Json) as AssociationBody };
}

async function refused(
  spec: Partial<Record<keyof AssociateSpec, Json>>,
  inputs: { readonly [name: string]: Artifact } = usual(),
): Promise<string> {
  const outcome = await run(spec, inputs);
  if (outcome.ok) throw new Error("it was not refused");
  return outcome.error.reason;
}

const told = ({ doubts }: AssociationBody): readonly string[] => doubts.map(({ key }) => key.replace("associate.", ""));

test("the variant that the trait goes with has the smallest p; sites off the autosomes and without variation are told", async () => {
  const { outputs, body } = await found({ trait: "height" });
  expect(body.lead?.id).toBe("rs5");
  expect(body.hits).toBe(1);
  expect([body.n, body.variants, body.tested]).toEqual([80, 90, 80]);
  expect(told(body)).toEqual(["off-sex", "counted", "palindromes"]);
  const out = outputs["out"] as Table;
  expect(out.columns.map(({ name }) => name)).toEqual([
    "chromosome",
    "position",
    "variant",
    "effect_allele",
    "other_allele",
    "frequency",
    "minor_count",
    "carriers",
    "n",
    "beta",
    "se",
    "statistic",
    "p",
    "minus_log10_p",
  ]);
  const row = 5;
  const p = cellJson(columnOf(out, "p") as never, row) as number;
  expect(cellJson(columnOf(out, "minus_log10_p") as never, row)).toBeCloseTo(-Math.log10(p), 10);
  expect((outputs["manhattan"] as Figure).alt).toContain("rs5");
  expect((outputs["qq"] as Figure).alt).toContain("80 variants");
  expect((outputs["locus"] as Figure).alt).toContain("rs5");
  expect((outputs["clumps"] as Table).rowCount).toBeGreaterThan(0);
});

test("X by its setting: copies of men twice where ploidy is told", async () => {
  const { body } = await found({ trait: "height", sexChromosomes: "x-twice" });
  expect(body.tested).toBe(89);
  expect(told(body)).toEqual(expect.arrayContaining(["x-as-counted", "x-without-sex"]));
  const matrix = genotypes();
  const ploidy = new Int8Array(90 * samples).fill(2);
  const data = (matrix.values as { data: Int8Array }).data.slice();
  for (let site = 80; site < 90; site++)
    for (let sample = 0; sample < samples; sample += 2) {
      ploidy[site * samples + sample] = 1;
      data[site * samples + sample] = Math.min(1, data[site * samples + sample] as number);
    }
  const layered: Assay = {
    ...matrix,
    values: { layout: "bytes", data },
    layers: [{ name: "ploidy", values: { layout: "bytes", data: ploidy } }],
  };
  const twice = await found({ trait: "height", sexChromosomes: "x-twice" }, { genotypes: layered, people: people(layered) });
  expect(told(twice.body)).toContain("x-twice");
});

test("cases and controls: which is which is guessed and said, and turned by a setting", async () => {
  const model = { type: "logistic" };
  const { body, outputs } = await found({ trait: "status", model, covariates: ["height", "clinic"] });
  expect(told(body)).toContain("case-guessed");
  expect(body.doubts.find(({ key }) => key === "associate.case-guessed")?.params).toMatchObject({
    cases: "case",
    controls: "control",
  });
  const turned = await found({ trait: "status", model, caseValue: "control", covariates: ["height", "clinic"] });
  const beta = (of: typeof outputs): number => cellJson(columnOf(of["out"] as Table, "beta") as never, 7) as number;
  expect(beta(turned.outputs)).toBeCloseTo(-beta(outputs), 8);
  expect(columnOf(outputs["out"] as Table, "firth")).not.toBeNull();
});

test("a trait of two values by linear regression is told, as are few cases", async () => {
  const matrix = genotypes();
  const rare = ids.map((_, at) => (at < 4 ? 1 : 0));
  const table = people(matrix, [{ name: "rare", values: rare }]);
  const { body } = await found({ trait: "rare" }, { genotypes: matrix, people: table });
  expect(told(body)).toEqual(expect.arrayContaining(["linear-cases", "imbalanced", "case-guessed"]));
});

test("PLINK's -9 and 0 beside 1 and 2 are missing, and -9 of a number is told", async () => {
  const matrix = genotypes();
  const table = people(matrix, [
    { name: "plink", values: ids.map((_, at) => (at % 10 === 0 ? -9 : 1 + (at % 2))) },
    { name: "nines", values: ids.map((_, at) => (at === 3 ? -9 : at)) },
  ]);
  const plink = await found({ trait: "plink", model: { type: "logistic" } }, { genotypes: matrix, people: table });
  expect(plink.body.n).toBe(72);
  expect(told(plink.body)).toEqual(expect.arrayContaining(["plink-missing", "left-out"]));
  // Whoever counted 0, 1 and 2 of something says so.
  const number = await found({ trait: "plink", traitIs: "number" }, { genotypes: matrix, people: table });
  expect([number.body.n, number.body.cases]).toEqual([80, null]);
  expect(told(number.body)).toContain("nines");
  const beside = await found({ trait: "height", covariates: ["nines"] }, { genotypes: matrix, people: table });
  expect(told(beside.body)).toContain("covariate-nines");
  const nines = await found({ trait: "nines" }, { genotypes: matrix, people: table });
  expect(told(nines.body)).toContain("nines");
});

test("the ends of X that Y has as well are tested as autosomes are", async () => {
  const matrix = genotypes();
  const column = columnOf(matrix.features, "position");
  const moved = (by: number): Assay => ({
    ...matrix,
    features: tableOf(
      ...matrix.features.columns.map((each) =>
        each === column && each.type === "int32"
          ? { ...each, values: each.values.map((value, at) => (at >= 80 ? value + by : value)) }
          : each,
      ),
    ),
  });
  const without = await found({ trait: "height" }, { genotypes: moved(0), people: people(matrix) });
  const within = await found({ trait: "height" }, { genotypes: moved(-4_000_000), people: people(matrix) });
  expect(told(without.body)).toContain("off-sex");
  expect(told(within.body)).toContain("pseudo-autosomal");
  expect(within.body.tested).toBeGreaterThan(without.body.tested);
});

test("what cannot be answered is refused with what to do", async () => {
  const matrix = genotypes();
  const table = people(matrix, [
    { name: "same", values: ids.map(() => 3) },
    { name: "nothing", values: ids.map(() => null) },
    { name: "few", values: ids.map((_, at) => (at < 6 ? at : null)) },
    { name: "names", values: ids.map((id) => `x${id}`) },
    { name: "infinite", values: ids.map((_, at) => (at === 0 ? Number.POSITIVE_INFINITY : at)) },
  ]);
  const inputs = { genotypes: matrix, people: table };
  expect(await refused({ trait: "same" }, inputs)).toBe("associate.constant");
  expect(await refused({ trait: "nothing" }, inputs)).toBe("associate.all-missing");
  expect(await refused({ trait: "few" }, inputs)).toBe("associate.too-few");
  expect(await refused({ trait: "names" }, inputs)).toBe("associate.several-texts");
  expect(await refused({ trait: "infinite" }, inputs)).toBe("associate.infinite");
  expect(await refused({ trait: "heigth" }, inputs)).toBe("associate.no-column");
  expect(await refused({ trait: "height", covariates: ["height"] }, inputs)).toBe("associate.trait-twice");
  expect(await refused({ trait: "height", covariates: ["names"] }, inputs)).toBe("associate.too-many-groups");
  expect(await refused({ trait: "height", model: { type: "logistic" } }, inputs)).toBe("associate.not-cases");
  expect(await refused({ trait: "status", caseValue: "ill" }, inputs)).toBe("associate.no-case");
  expect(await refused({ trait: "height", locus: "rs999" }, inputs)).toBe("associate.no-locus");
  expect(await refused({ trait: "height", minCount: 200 }, inputs)).toBe("associate.none-left");
  expect(await refused({ trait: "height", pcs: 2 }, inputs)).toBe("associate.few-for-components");
  expect(await refused({ trait: "height", model: { type: "mixed" } }, inputs)).toBe("association-mixed.few-sites");
});

test("tables that name nobody, somebody twice, or no variant are refused", async () => {
  const matrix = genotypes();
  const table = people(matrix);
  const others = tableOf(textColumn("who", ["a", "b"]), numberColumn("height", [1, 2]));
  expect(await refused({ trait: "height" }, { genotypes: matrix, people: others })).toBe("associate.not-joined");
  const twice = tableOf(textColumn("person", [...ids, "s0"]), numberColumn("height", [...ids.map((_, at) => at), 5]));
  expect(await refused({ trait: "height" }, { genotypes: matrix, people: twice })).toBe("associate.twice");
  const inputs = { genotypes: matrix, people: table, sites: others };
  expect(await refused({ trait: "height", sites: ref("sites") }, inputs)).toBe("associate.sites-not-joined");
  expect(await refused({ trait: "height", pcs: 2, components: ref("people") }, inputs)).toBe("associate.no-component");
});

test("numbers that are no copies are refused, and copies that nobody called so are told", async () => {
  const counts = genotypes({ scale: "counts", values: { layout: "dense", data: new Float32Array(90 * samples).fill(17) } });
  expect(await refused({ trait: "height" }, { ...usual(), genotypes: counts })).toBe("associate.not-copies");
  const { body } = await found({ trait: "height" }, { ...usual(), genotypes: genotypes({ scale: "unknown" }) });
  expect(told(body)).toContain("taken-for-copies");
});

test("Hardy-Weinberg leaves variants out, in controls and within populations", async () => {
  const matrix = genotypes();
  const data = (matrix.values as { data: Int8Array }).data.slice();
  // Everybody is homozygous.
  for (let sample = 0; sample < samples; sample++) data[20 * samples + sample] = sample % 2 === 0 ? 0 : 2;
  const off: Assay = { ...matrix, values: { layout: "bytes", data } };
  const { body } = await found({ trait: "height", hwe: 1e-6 }, { genotypes: off, people: people(off) });
  expect(body.tested).toBe(79);
  expect(told(body)).toEqual(expect.arrayContaining(["off-hwe", "hwe-together"]));
  const within = await found({ trait: "height", hwe: 1e-6, ancestry: "clinic" }, { genotypes: off, people: people(off) });
  expect(told(within.body)).not.toContain("hwe-together");
});

test("a run that is cancelled ends", async () => {
  const stopped = new AbortController();
  stopped.abort();
  const many = genotypes();
  const large: Assay = {
    ...many,
    featureCount: 90 * 400,
    values: { layout: "bytes", data: new Int8Array(90 * 400 * samples).map((_, at) => (at * 7919) % 3) },
    features: tableOf(
      textColumn(
        "site",
        Array.from({ length: 90 * 400 }, (_, at) => `v${at}`),
      ),
    ),
  };
  await expect(run({ trait: "height" }, { genotypes: large, people: people(many) }, stopped.signal)).rejects.toThrow();
});

test("the group behind a row is whoever carries the rarer allele, of whom there are fewer than copies", async () => {
  const matrix = genotypes();
  const data = (matrix.values as { data: Int8Array }).data.slice();
  for (let sample = 0; sample < samples; sample++) {
    data[20 * samples + sample] = sample < 3 ? 2 : 0;
    data[21 * samples + sample] = sample < 2 ? 0 : 2;
  }
  const few: Assay = { ...matrix, values: { layout: "bytes", data } };
  const { outputs, body } = await found({ trait: "height" }, { genotypes: few, people: people(few) });
  const out = outputs["out"] as Table;
  const at = (name: string, row: number) => cellJson(columnOf(out, name) as never, row);
  expect([at("minor_count", 20), at("carriers", 20), at("minor_count", 21), at("carriers", 21)]).toEqual([6, 3, 4, 2]);
  const told = associate.discloses({
    spec: associate.schema.parse({}),
    port: "out",
    artifact: out,
    columns: null,
    valueOf: () => undefined,
  });
  expect(told?.behind).toMatchObject({ of: "groups", sizes: [80, 2] });
  expect(body.fewest).toBe(2);
});

const places = (ref: (at: number) => string, alt: (at: number) => string): Table =>
  tableOf(
    textColumn(
      "site",
      Array.from({ length: 90 }, (_, at) => `rs${at}`),
    ),
    textColumn(
      "chr",
      Array.from({ length: 90 }, (_, at) => (at < 80 ? "1" : "X")),
    ),
    integerColumn(
      "start",
      Array.from({ length: 90 }, (_, at) => at),
      { semantic: "start", origin: 0 },
    ),
    textColumn(
      "ref",
      Array.from({ length: 90 }, (_, at) => ref(at)),
    ),
    textColumn(
      "alt",
      Array.from({ length: 90 }, (_, at) => alt(at)),
    ),
  );

test("the effect is of the allele that the matrix counts, whatever a table of places calls its own", async () => {
  const inputs = usual();
  const own = (at: number): string => (at % 5 === 0 ? "T" : "G");
  const spec = { trait: "height", sites: ref("sites") };
  const plain = await found({ trait: "height" }, inputs);
  const turned = await found(spec, { ...inputs, sites: places(() => "A", own) });
  const out = turned.outputs["out"] as Table;
  const at = (of: Table, name: string): Json => cellJson(columnOf(of, name) as never, 6);
  expect([at(out, "effect_allele"), at(out, "other_allele")]).toEqual(["A", "G"]);
  expect(at(out, "beta")).toBe(at(plain.outputs["out"] as Table, "beta"));
  expect(at(out, "position"), "a first base of 0 is told as 1").toBe(7);
  const some = await found(spec, {
    ...inputs,
    sites: places(
      (one) => (one < 3 ? "C" : own(one)),
      () => "A",
    ),
  });
  expect(told(some.body)).toContain("sites-alleles-differ");
  expect(
    await refused(spec, {
      ...inputs,
      sites: places(
        () => "C",
        () => "A",
      ),
    }),
  ).toBe("associate.sites-other-alleles");
  const { features } = inputs.genotypes;
  const bare: Assay = { ...inputs.genotypes, features: tableOf(...features.columns.filter(({ name }) => name === "site")) };
  const guessed = await found(spec, { ...inputs, genotypes: bare, sites: places(own, () => "A") });
  expect(told(guessed.body)).toContain("counted-elsewhere");
});

test("lambda is told beside what chance makes of as many variants, and hits without places beside no number of places", () => {
  const body = {
    trait: "x",
    n: 200,
    cases: null,
    controls: null,
    tested: 400,
    answered: 400,
    hits: 2,
    clumps: 0,
    threshold: 5e-8,
    lead: null,
    lambda: 1.2,
    components: 0,
    build: null,
  };
  const said = sayResult(body as never, null);
  expect(said.map(({ key }) => key)).toEqual([
    "associate.says-number",
    "associate.says-hits-alone",
    "associate.says-chance-seldom",
    "associate.says-lambda",
  ]);
  expect(said[3]?.params).toMatchObject({ lambda: 1.2, by: 0.23 });
  const doubts = (lambda: number) =>
    doubtsOfAnswer({ ...body, lambda } as never, modelOf({ type: "linear" })).map(({ key }) => key);
  expect(doubts(1.2)).toEqual([]);
  expect(doubts(1.3)).toEqual(["associate.inflated"]);
  expect(doubts(0.7)).toEqual(["associate.deflated"]);
});

test("components can be ended while sites are pruned and between the steps of the eigenvectors", async () => {
  const many = genotypes();
  const sites = 400;
  const random = seededRandom(3);
  const names = Array.from({ length: sites }, (_, at) => `v${at}`);
  const large: Assay = {
    ...many,
    featureCount: sites,
    values: { layout: "bytes", data: Int8Array.from({ length: sites * samples }, () => Math.floor(3 * random())) },
    features: tableOf(
      textColumn("site", names),
      textColumn(
        "chromosome",
        names.map(() => "1"),
        { semantic: "chromosome" },
      ),
    ),
  };
  const read = readSites(large, null);
  if (!read.ok) throw new Error("sites are read");
  let asked = 0;
  const whole = await componentsOfGenotypes(large, read.value, 2, () => (++asked, null));
  expect(whole.ok && whole.value.columns.length).toBe(2);
  const windows = sites / 5;
  expect(asked).toBeGreaterThan(windows + 30);
  for (const end of [10, asked - 1]) {
    let left = end;
    const run = componentsOfGenotypes(large, read.value, 2, () => {
      if (--left === 0) throw new Error("ended");
      return null;
    });
    await expect(run).rejects.toThrow("ended");
  }
});
