// Scans of variants against R, plink, plink2 and GEMMA (association.R), each to the digits that it prints.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { clumps } from "./clump.ts";
import type { GenotypeRows } from "./genotype-rows.ts";
import { inflation } from "./inflation.ts";
import { kinshipSum, kinshipWithout } from "./kinship-matrix.ts";
import { linearScan } from "./linear-scan.ts";
import { type Firth, logisticScan } from "./logistic-scan.ts";
import { seededRandom } from "../seeded-random.ts";
import { mixedScan } from "./mixed-scan.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

interface Oracle {
  readonly samples: number;
  readonly age: readonly number[];
  readonly sex: readonly number[];
  readonly trait: readonly number[];
  readonly case: readonly number[];
  readonly chromosome: readonly number[];
  readonly position: readonly number[];
  readonly genotypes: readonly string[];
  /** Estimate, error, statistic, p. */
  readonly lm: Rows;
  readonly lmPlain: Rows;
  readonly glm: Rows;
  readonly firth: Rows;
  readonly plinkLinear: Columns;
  readonly plinkLogistic: Columns;
  readonly plink2Firth: Columns;
  readonly gemma: Columns;
  readonly gemmaWithout2: Columns;
  /** Estimate, error, λ, p. */
  readonly mixed: Rows;
  readonly clumps: readonly { readonly lead: string; readonly total: number; readonly members: string }[];
}
type Rows = readonly (readonly (number | null)[])[];
type Columns = { readonly [column: string]: readonly (number | null)[] };

const oracle = JSON.parse(readFileSync(path.join(import.meta.dirname, "association.json"), "utf8")) as Oracle;
const { samples, genotypes } = oracle;
const rows: GenotypeRows = {
  variants: genotypes.length,
  samples,
  read: (variant, into) => {
    let missing = 0;
    [...(genotypes[variant] as string)].forEach((letter, sample) => {
      into[sample] = letter === "." ? Number.NaN : Number(letter);
      if (letter === ".") missing++;
    });
    return missing;
  },
};
const ones = new Float64Array(samples).fill(1);
const covariates = [ones, Float64Array.from(oracle.age), Float64Array.from(oracle.sex)];
const trait = Float64Array.from(oracle.trait);
const cases = Uint8Array.from(oracle.case);

const blank = () => ({ n: 0, beta: 0, error: 0, statistic: 0, logP: 0, lambda: 0, isFirth: false });
type Fit = ReturnType<typeof blank>;
function scanned(scan: { fit(values: Float64Array, missing: number, into: Fit): void }): readonly Fit[] {
  const values = new Float64Array(samples);
  return genotypes.map((_, variant) => {
    const fit = blank();
    scan.fit(values, rows.read(variant, values), fit);
    return fit;
  });
}

/** Each of estimate, error, statistic and p within `within` of it, relative. */
function agree(found: readonly Fit[], expected: Rows, within: number): void {
  let compared = 0;
  expected.forEach((row, variant) => {
    const { beta, error, statistic, logP } = found[variant] as Fit;
    if (row[0] === null) return expect(beta, `${variant}`).toBeNaN();
    [beta, error, statistic, Math.exp(logP)].forEach((value, at) => {
      const right = row[at] as number;
      expect(Math.abs(value / right - 1), `${variant} ${at}: ${value} ${right}`).toBeLessThan(within);
    });
    compared++;
  });
  expect(compared).toBeGreaterThan(40);
}

/** To the digits that a program prints. */
function printed(found: readonly (number | undefined)[], expected: readonly (number | null)[] | undefined, digits: number): void {
  let compared = 0;
  (expected ?? []).forEach((right, variant) => {
    if (typeof right !== "number") return;
    const value = found[variant] as number;
    const unit = 10 ** (Math.floor(Math.log10(Math.abs(right))) + 1 - digits);
    expect(Math.abs(value - right), `${variant}: ${value} ${right}`).toBeLessThanOrEqual(unit * 0.5001);
    compared++;
  });
  expect(compared).toBeGreaterThan(40);
}

test("linear regression is that of R's lm and of plink, with genotypes missing", () => {
  const found = scanned(linearScan(trait, covariates));
  agree(found, oracle.lm, 1e-9);
  agree(scanned(linearScan(trait, [ones])), oracle.lmPlain, 1e-9);
  const { plinkLinear } = oracle;
  printed(
    found.map(({ beta }) => beta),
    plinkLinear["BETA"],
    4,
  );
  printed(
    found.map(({ statistic }) => statistic),
    plinkLinear["STAT"],
    4,
  );
  printed(
    found.map(({ logP }) => Math.exp(logP)),
    plinkLinear["P"],
    4,
  );
  expect(found.map(({ n, beta }) => (Number.isNaN(beta) ? null : n))).toEqual(
    plinkLinear["NMISS"]?.map((n, at) => (plinkLinear["BETA"]?.[at] === null ? null : n)),
  );
});

const logistic = (firth: Firth) => scanned(logisticScan(cases, covariates, firth));

test("logistic regression is that of R's glm and of plink where nothing is separated", () => {
  const found = logistic("where-separated");
  const together = oracle.glm.map((row, at) => (found[at]?.isFirth ? [null] : row));
  expect(found.flatMap(({ isFirth }, at) => (isFirth ? [at] : []))).toEqual([9]);
  agree(
    found.map((fit) => (fit.isFirth ? { ...fit, beta: Number.NaN } : fit)),
    together,
    1e-8,
  );
  printed(
    found.map(({ beta, isFirth }) => (isFirth ? Number.NaN : beta)),
    oracle.plinkLogistic["BETA"],
    4,
  );
  printed(
    found.map(({ logP }) => Math.exp(logP)),
    oracle.plinkLogistic["P"],
    4,
  );
});

test("where the likelihood has no maximum there is no answer without Firth's", () => {
  expect(logistic("never")[9]?.beta).toBeNaN();
});

test("Firth's is that of brglm2 and of plink2", () => {
  const found = logistic("always");
  agree(found, oracle.firth, 1e-7);
  const { plink2Firth } = oracle;
  // plink2 reckons in single precision and stops at steps of 1e-4: brglm2, which has all digits, decides.
  found.forEach(({ beta, logP }, at) => {
    const right = plink2Firth["BETA"]?.[at];
    if (typeof right !== "number") return;
    expect(Math.abs(beta - right), `${at}`).toBeLessThan(1e-3);
    expect(Math.abs(Math.exp(logP) - (plink2Firth["P"]?.[at] as number)), `${at}`).toBeLessThan(0.01);
  });
});

const noPause = () => null;

test.each([
  ["all", null, oracle.gemma],
  ["all but a chromosome", 2, oracle.gemmaWithout2],
] as const)("the mixed model is that of gemma -lmm 1 with the kinship of %s", async (_title, left, answer) => {
  const all = oracle.chromosome.map((_, at) => at);
  const sum = await kinshipSum(rows, all, noPause);
  const without =
    left === null
      ? null
      : await kinshipSum(
          rows,
          all.filter((at) => oracle.chromosome[at] === left),
          noPause,
        );
  const eigen = await symmetricEigen(kinshipWithout(sum, without, samples), samples, noPause);
  const found = scanned(mixedScan(trait, covariates, eigen));
  let compared = 0;
  found.forEach(({ beta, error, lambda, logP }, at) => {
    const right = answer["p_wald"]?.[at];
    if (typeof right !== "number") return;
    const sign = String(answer["allele1"]?.[at]) === "A" ? 1 : -1;
    // Printed with seven digits; gemma ends its search for λ at parts of 1e-5.
    expect(Math.abs(Math.exp(logP) / right - 1), `p ${at}`).toBeLessThan(2e-4);
    expect(Math.abs((sign * beta) / (answer["beta"]?.[at] as number) - 1), `beta ${at}`).toBeLessThan(1e-4);
    expect(Math.abs(error / (answer["se"]?.[at] as number) - 1), `se ${at}`).toBeLessThan(1e-4);
    expect(Math.abs(lambda / (answer["l_remle"]?.[at] as number) - 1), `lambda ${at}`).toBeLessThan(0.05);
    compared++;
  });
  expect(compared).toBeGreaterThan(30);
  // By the definition, in R: the likelihood is flat at its top, so that of λ half of the digits are told.
  if (without === null)
    oracle.mixed.forEach(([beta, error, lambda, p], at) => {
      const fit = found[at] as Fit;
      expect(Math.abs(fit.beta / (beta as number) - 1), `beta ${at}`).toBeLessThan(1e-6);
      expect(Math.abs(fit.error / (error as number) - 1), `se ${at}`).toBeLessThan(1e-6);
      expect(Math.abs(fit.lambda / (lambda as number) - 1), `lambda ${at}`).toBeLessThan(1e-5);
      expect(Math.abs(Math.exp(fit.logP) / (p as number) - 1), `p ${at}`).toBeLessThan(1e-5);
    });
});

test("eigenvectors are at right angles and make up the matrix", async () => {
  const size = 60;
  const matrix = Float64Array.from({ length: size * size }, (_, at) => Math.cos(((at % size) + 1) * (Math.floor(at / size) + 1)));
  const even = matrix.map((value, at) => value + (matrix[(at % size) * size + Math.floor(at / size)] as number));
  const { values, vectors } = await symmetricEigen(even.slice(), size, noPause);
  let off = 0;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      let [sum, product] = [0, 0];
      for (let k = 0; k < size; k++) {
        sum += (values[k] as number) * (vectors[k * size + row] as number) * (vectors[k * size + column] as number);
        product += (vectors[row * size + k] as number) * (vectors[column * size + k] as number);
      }
      off = Math.max(off, Math.abs(sum - (even[row * size + column] as number)), Math.abs(product - (row === column ? 1 : 0)));
    }
  expect(off).toBeLessThan(1e-12);
});

test("inflation is the median chi-squared beside 0.4549, whatever overflows", () => {
  // qchisq(c(.9, .3, 1e-5, .02, .5), 1, lower = FALSE): the middle one is that of .3
  expect(inflation(Float64Array.from([0.9, 0.3, 1e-5, 0.02, 0.5].map(Math.log)))).toBeCloseTo(
    1.07419417085759 / 0.454936423119572,
    10,
  );
  expect(inflation(Float64Array.from([-2000, -2000]))).toBeGreaterThan(8000);
  expect(inflation(new Float64Array(0))).toBeNaN();
});

test("clumps are those of plink --clump", async () => {
  const { linkage } = await import("../linkage.ts");
  const found = scanned(linearScan(trait, covariates));
  const calls = Int8Array.from(genotypes.flatMap((row) => [...row].map((letter) => (letter === "." ? -1 : Number(letter)))));
  const members = Array.from({ length: samples }, (_, at) => at);
  const answer = await clumps(
    {
      logP: Float64Array.from(found, ({ logP }) => logP),
      chromosome: Int32Array.from(oracle.chromosome),
      position: Float64Array.from(oracle.position),
      linkage: (one, other) => linkage({ calls, samples, members }, one, other),
    },
    { logFirst: Math.log(0.05), logSecond: Math.log(0.5), linkage: 0.2, within: 5000 },
    noPause,
  );
  const name = (at: number): string => `v${String(at + 1).padStart(2, "0")}`;
  expect(answer.map(({ lead, members: others }) => [name(lead), others.map(name)])).toEqual(
    oracle.clumps.map(({ lead, members: others }) => [
      lead,
      others === "NONE" ? [] : others.split(",").map((each) => each.replace("(1)", "")),
    ]),
  );
});

// R: coef(glm(y ~ x + g, binomial)) gives NA for g = x, and for g = 1 + 2 x among those whose genotype is known.
test("a variant that follows from the covariates has no answer in logistic regression, by Firth's neither", () => {
  const random = seededRandom(11);
  const fit = { n: 0, beta: 0, error: 0, statistic: 0, logP: 0, isFirth: false };
  for (let round = 0; round < 300; round++) {
    const n = 60;
    const copies = Float64Array.from({ length: n }, () => Math.floor(3 * random()));
    const age = Float64Array.from({ length: n }, () => 50 + 10 * random());
    const trait = Uint8Array.from({ length: n }, () => (random() < 0.4 ? 1 : 0));
    for (const firth of ["where-separated", "always", "never"] as const) {
      const scan = logisticScan(trait, [new Float64Array(n).fill(1), age, copies], firth);
      scan.fit(copies.slice(), 0, fit);
      expect([fit.beta, fit.logP, fit.isFirth], `${round} ${firth}`).toEqual([Number.NaN, Number.NaN, false]);
      const known = copies.slice().fill(Number.NaN, 0, 7);
      scan.fit(known, 7, fit);
      expect([fit.n, fit.beta, fit.isFirth], `${round} ${firth}`).toEqual([53, Number.NaN, false]);
    }
  }
});
