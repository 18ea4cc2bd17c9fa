// F of X and the sexes of simulated people: what plink1.9 --check-sex says (testing/reference/genotypes/x-sex.py).

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Assay, Column } from "../../artifacts/artifact.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import { readFile } from "../../files/read-file.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { qualityData } from "../parts/quality-data.ts";
import { judge } from "./judge.ts";
import { xHeterozygosity } from "./rule.ts";

interface Simulated {
  readonly positions: readonly number[];
  readonly calls: readonly string[];
  readonly sex: readonly string[];
  readonly f: readonly number[];
}
const file = path.join(import.meta.dirname, "../../testing/reference/genotypes/x-sex.json");
const { positions, calls, sex, f } = JSON.parse(readFileSync(file, "utf8")) as Simulated;
const asMen: { readonly [call: string]: string } = { o: "0", i: "1", "0": "0/0", "1": "0/1", "2": "1/1", ".": "./." };
const asTwo = { ...asMen, o: "0/0", i: "1/1" };

async function genotypes(told = asMen, contig = "##contig=<ID=X,length=155270560>\n", chromosome = "X"): Promise<Assay> {
  const head = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT", ...sex.map((_, at) => `s${at}`)];
  const lines = calls.map((row, site) =>
    [chromosome, positions[site], `x${site}`, "A", "G", ".", ".", ".", "GT", ...[...row].map((call) => told[call])].join("\t"),
  );
  const text = `##fileformat=VCFv4.2\n${contig}##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">\n${head.join("\t")}\n${lines.join("\n")}\n`;
  const { content } = await readFile(bytesAsSource(new TextEncoder().encode(text)), "x.vcf");
  if (content.shape !== "whole" || content.artifact.type !== "assay") throw new Error("a matrix was expected");
  return content.artifact;
}

const usual = xHeterozygosity.settings.parse({});
const says = (values: readonly (string | null)[]): Column =>
  textColumn(
    "sex",
    values.map((value) => value || null),
    { semantic: "sex" },
  );
async function judged(assay: Assay, column: Column | null = says(sex), settings = usual) {
  const answer = await judge.judge(qualityData(assay, { sex: column, group: null, batch: null }), settings);
  if ("lacks" in answer) return { lacks: answer.lacks.key.replace("quality-x-heterozygosity.", "") };
  return {
    f: [...(answer.measures[0]?.values ?? [])],
    verdicts: answer.verdicts.map(
      ({ level, samples, says: said }) => `${level} ${samples.join()} ${said.key.replace("quality-x-heterozygosity.", "")}`,
    ),
    notes: (answer.notes ?? []).map(({ key, params }) =>
      `${key.replace("quality-x-heterozygosity.", "")} ${params["n"] ?? ""}`.trim(),
    ),
  };
}
const near = (found: readonly number[] | undefined): void =>
  f.forEach((value, at) => expect(Math.abs((found?.[at] as number) - value), `s${at}`).toBeLessThan(6e-5));

test.each([
  ["males of one copy", asMen],
  ["males of two equal copies", asTwo],
])("F is that of plink1.9 --check-sex, and who differs is told: %s", async (_title, told) => {
  const found = await judged(await genotypes(told));
  near(found.f);
  const odd = f.flatMap((value, at) => {
    const said = sex[at];
    if (said === "male" ? value >= 0.8 : said === "female" ? value <= 0.2 : true) return [];
    const isBetween = value > 0.2 && value < 0.8;
    return [`${isBetween ? "warn" : "fail"} ${at} ${isBetween ? `between-${said}` : said === "male" ? "is-female" : "is-male"}`];
  });
  expect(odd).toEqual(expect.arrayContaining(["fail 10 is-female", "fail 11 is-male"]));
  expect(found.verdicts).toEqual(odd);
  expect(found.notes).toEqual(["left-out 6", "counted 144"]);
});

test("by chrX and by RefSeq's accession it is the same", async () => {
  near((await judged(await genotypes(asMen, "##contig=<ID=chrX,length=155270560>\n", "chrX"))).f);
  near((await judged(await genotypes(asMen, "", "NC_000023.10"))).f);
});

test("of a build that nobody knows what is shared in any is left out", async () => {
  const { notes } = await judged(await genotypes(asMen, ""));
  expect(notes?.[0]).toBe("build-unknown");
  const inAny = positions.filter((at) => at <= 2_781_479 || at >= 153_925_834).length;
  expect(notes?.slice(1)).toEqual([`left-out ${inAny}`, `counted ${150 - inAny}`]);
});

test("sexes the other way round are told of the whole data set", async () => {
  const swapped = says(sex.map((one) => (one === "male" ? "f" : one === "female" ? "m" : "")));
  expect((await judged(await genotypes(), swapped)).verdicts).toEqual(["fail  all-swapped"]);
});

test("where no sex is said F is measured and nothing compared; where it cannot be read, too", async () => {
  expect(await judged(await genotypes(), null)).toMatchObject({ verdicts: [], notes: ["left-out 6", "counted 144", "no-sex"] });
  const coded = says(sex.map((one) => (one === "male" ? "1" : "2")));
  expect((await judged(await genotypes(), coded)).notes).toContain("unread");
  expect((await judged(await genotypes(), says(sex.map(() => null)))).notes).toContain("none-said");
});

test("without sites of X, with too few, or all of them shared there is nothing to say", async () => {
  const assay = await genotypes();
  expect(await judged(assay, says(sex), { ...usual, sites: 1000 })).toEqual({ lacks: "few-sites" });
  expect(await judged(await genotypes(asTwo, "", "7"))).toEqual({ lacks: "no-x" });
  const [site] = assay.features.columns;
  expect(await judged({ ...assay, features: tableOf(site as Column) })).toEqual({ lacks: "no-chromosomes" });
  const features = {
    ...assay.features,
    columns: assay.features.columns.map((column) =>
      column.type === "int32" && column.semantic === "position" ? { ...column, values: column.values.map(() => 100) } : column,
    ),
  };
  expect(await judged({ ...assay, features })).toEqual({ lacks: "all-shared" });
});
