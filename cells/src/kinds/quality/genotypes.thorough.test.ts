// Rules of genotypes on the 1000 genomes (14,079 sites of 1,092 people) as they are, and with genotypes taken out by a rule:
// numbers are those of plink1.9 (1.90b6.26: --missing), plink2 (--het, --make-king-table, --king-cutoff) and bcftools (1.16: stats
// -s -) on the same VCF, and on the one that the same rule made of it.

import { qualityRules } from "../../quality-rules.ts";
import { describe, expect, test } from "vitest";
import { type Assay, missingByte } from "../../artifacts/artifact.ts";
import type { QualityReport } from "../../reports/quality/report.ts";
import { hasReference } from "../../testing/reference-data.ts";
import { continents, file, judged, measured, people, quick, thousandGenomes } from "../../testing/genotypes-judged.ts";

const sum = (values: Iterable<number>): number => [...values].reduce((all, one) => all + one, 0);
/** Significant digits are six, as plink2 writes them. */
const near = (found: number | undefined, expected: number): void =>
  expect(Math.abs((found as number) / expected - 1), `${found} beside ${expected}`).toBeLessThan(1e-5);

const heterozygosityOf = ({ verdicts }: QualityReport): readonly string[] =>
  verdicts.filter(({ rule }) => rule === "heterozygosity").map(({ samples, level }) => `${samples.join()} ${level}`);

/** Taken out of the VCF by: awk, `.` where (site * 31 + sample * 17) % 101 < 3, and more of samples 5 and 7 and of each 2000th site. */
function holed(assay: Assay): Assay {
  if (assay.values.layout !== "bytes") throw new Error("bytes were expected");
  const data = assay.values.data.map((value, at) => {
    const site = Math.floor(at / assay.sampleCount);
    const sample = at % assay.sampleCount;
    const isOut =
      (site * 31 + sample * 17) % 101 < 3 ||
      (sample === 5 && site % 5 === 0) ||
      (sample === 7 && site % 14 === 0) ||
      (site % 2000 === 0 && sample % 4 === 0);
    return isOut ? missingByte : value;
  });
  return { ...assay, values: { layout: "bytes", data } };
}

describe.skipIf(!hasReference(file, people))("the 1000 genomes", { timeout: 120_000 }, async () => {
  const whole = (await thousandGenomes()) as Assay;
  const said = whole ? continents() : new Map<string, string>();
  const holes = whole && holed(whole);

  test("they are judged by the rules of genotypes alone", async () => {
    const { body } = await judged(whole, {});
    expect(body.rules.map(({ rule }) => rule).sort()).toEqual(
      Object.values(qualityRules)
        .flatMap(({ rule }) => (rule.of === "genotypes" ? [rule.name] : []))
        .sort(),
    );
  });

  test("missing genotypes are those of plink1.9 --missing", async () => {
    const { table } = await judged(whole);
    expect(sum(measured(table, "missing_share").values())).toBe(0);
    const { table: after, body } = await judged(holes);
    const shares = measured(after, "missing_share");
    for (const [id, missing] of Object.entries({ HG00096: 425, HG00102: 3149, HG00104: 1396, NA20828: 419 }))
      expect(shares.get(id)).toBe(missing / 14_079);
    expect(Math.round(sum(shares.values()) * 14_079)).toBe(462_489);
    const verdicts = body.verdicts.filter(({ rule }) => rule === "sample-missingness");
    expect(verdicts.map(({ level, samples: of }) => `${level} ${of.join()}`)).toEqual(["fail HG00102", "warn HG00104", "warn "]);
    expect(verdicts[2]).toMatchObject({
      says: { params: { n: 8, all: 14_079 } },
      step: { verb: "filter-sites", frequency: 0, missing: 0.1 },
    });
    near(verdicts[2]?.value ?? undefined, 300 / 1092);
  });

  test("heterozygosity is that of plink2 --het and of bcftools stats", async () => {
    const { table, body } = await judged(whole);
    const f = measured(table, "inbreeding_f");
    for (const [id, value] of Object.entries({ HG00096: 0.0527697, HG00102: 0.0400025, HG00104: 0.0592301, NA20828: 0.0387719 }))
      near(f.get(id), value);
    near(sum(f.values()), 43.310031);
    const ratios = measured(table, "het_hom_ratio");
    near(ratios.get("HG00096"), 6158 / 2433);
    near(ratios.get("NA20828"), 6249 / 2490);
    const after = await judged(holes);
    const of = measured(after.table, "inbreeding_f");
    for (const [id, value] of Object.entries({ HG00096: 0.0528717, HG00102: 0.0409993, HG00104: 0.0592156, NA20828: 0.0381062 }))
      near(of.get(id), value);
    near(sum(of.values()), 43.278163);
    // People of Mexico and Colombia, of several ancestries each, beside one middle of all.
    expect(heterozygosityOf(body)).toEqual([
      ...["HG01389 warn", "HG01491 warn", "NA19728 fail", "NA19729 warn", "NA19731 fail", "NA19732 fail", "NA19735 warn"],
      "NA19741 warn",
    ]);
  });

  test("within populations it is that of plink2 --keep --het", async () => {
    const { table, body } = await judged(whole, { ...quick, group: "superpop" });
    const all = measured(table, "inbreeding_f");
    const f = new Map([...all].filter(([id]) => said.get(id) === "AFR"));
    expect(f.size).toBe(246);
    near(f.get("NA18486"), -0.000813287);
    near(f.get("NA18487"), 0.0224359);
    near(f.get("NA20414"), -0.0466832);
    expect(Math.abs(sum(f.values()) - 0.937569)).toBeLessThan(1e-5);
    expect([...heterozygosityOf(body)].sort()).toEqual([
      ...["HG01491 warn", "NA18606 warn", "NA19012 warn", "NA19728 warn", "NA19729 warn", "NA19731 warn", "NA19732 fail"],
    ]);
  });

  test("a mixture of two people and one who lost alleles are found", async () => {
    if (whole.values.layout !== "bytes") throw new Error("bytes were expected");
    const data = whole.values.data.slice();
    for (let site = 0, at = 0; site < whole.featureCount; site++, at += whole.sampleCount) {
      // Reads of both: where they differ two alleles are seen.
      if (data[at] !== data[at + 1]) data[at] = 1;
      if (data[at + 2] === 1 && site % 3 === 0) data[at + 2] = site % 2 === 0 ? 0 : 2;
    }
    const planted: Assay = { ...whole, values: { layout: "bytes", data } };
    for (const group of [null, "superpop"]) {
      const { body } = await judged(planted, { ...quick, group });
      const found = body.verdicts.filter(({ rule }) => rule === "heterozygosity");
      expect(found.map(({ level, samples: of, says }) => `${says.key} ${level} ${of.join()}`)).toEqual(
        expect.arrayContaining(["quality-heterozygosity.too-many fail HG00096", "quality-heterozygosity.too-few fail HG00099"]),
      );
    }
  });

  test("transitions and transversions are those of bcftools stats -s -", async () => {
    const { table, body } = await judged(whole);
    const ratios = measured(table, "ti_tv");
    near(ratios.get("HG00096"), 6435 / 2156);
    near(ratios.get("HG00097"), 6463 / 2208);
    near(ratios.get("NA20828"), 6474 / 2265);
    const after = measured((await judged(holes)).table, "ti_tv");
    near(after.get("HG00096"), 6236 / 2096);
    near(after.get("NA20828"), 6290 / 2192);
    // 10521 / 3558, as of exomes.
    expect(body.verdicts.filter(({ rule }) => rule === "transitions")).toEqual([]);
    const strict = await judged(whole, { ...quick, thresholds: { transitions: { exomeLow: 3 } } });
    const [said3558] = strict.body.verdicts.filter(({ rule }) => rule === "transitions");
    expect(said3558).toMatchObject({ level: "warn", samples: [], threshold: 3, value: 10_521 / 3558 });
  });

  const byKinship = (body: QualityReport) =>
    body.verdicts.filter(({ rule, samples: of }) => rule === "relatedness" && of.length === 2);

  test("kin are those of plink2 --make-king-table", async () => {
    const { table, body } = await judged(whole, { thresholds: { relatedness: { related: 0.0442 } } });
    const pairs = byKinship(body);
    expect([0.354, 0.177, 0.0884, 0.0442].map((least) => pairs.filter(({ value }) => Number(value) > least).length)).toEqual([
      0, 27, 41, 61,
    ]);
    expect(pairs[0]?.samples).toEqual(["HG00578", "HG00581"]);
    [0.262175, 0.259774, 0.257841, 0.254702].forEach((value, at) => near(pairs[at]?.value ?? undefined, value));
    near(sum(pairs.map(({ value }) => Number(value))), 9.609873);
    near(measured(table, "nearest_kinship").get("HG00581"), 0.262175);
    const after = byKinship((await judged(holes, { thresholds: { relatedness: { related: 0.0442 } } })).body);
    expect(after).toHaveLength(62);
    [0.262135, 0.25944, 0.258495, 0.25454].forEach((value, at) => near(after[at]?.value ?? undefined, value));
    near(sum(after.map(({ value }) => Number(value))), 9.675135);
  });

  test("without the samples that the step drops, as many as plink2 --king-cutoff drops, nobody is kin", async () => {
    const { body } = await judged(whole, {});
    const all = body.verdicts.find(({ rule, samples: of }) => rule === "relatedness" && of.length === 0);
    const names: readonly string[] = JSON.stringify(all?.step).match(/(?:HG|NA)\d+/g) ?? [];
    expect(all?.says.params).toMatchObject({ n: 41, drop: 29 });
    expect(names).toHaveLength(29);
    for (const { samples: of } of byKinship(body)) expect(of.some((name) => names.includes(name))).toBe(true);
  });

  test("a sample twice fails", async () => {
    if (whole.values.layout !== "bytes") throw new Error("bytes were expected");
    const data = whole.values.data.slice();
    for (let at = 0; at < data.length; at += whole.sampleCount) data[at + 9] = at % 97 === 0 ? 1 : (data[at + 4] as number);
    const { body } = await judged({ ...whole, values: { layout: "bytes", data } }, {});
    const found = byKinship(body).filter(({ level }) => level === "fail");
    expect(found.map(({ samples: of }) => of)).toEqual([["HG00101", "HG00108"]]);
  });
});
