// Mixtures of two samples of one sex in real data: half of another sample is found, and of samples that are none nothing is said. The
// partial correlations are R's (testing/reference/quality/mixtures.R).

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Assay } from "../../artifacts/artifact.ts";
import type { Judged } from "../../contract/quality-rule.ts";
import { seededRandom, shuffle } from "../../stats/seeded-random.ts";
import { hasReference } from "../../testing/reference-data.ts";
import { type ExpressionSet as Data, expressionAssay, golub, influenza, stemCells } from "../../testing/reference-expression.ts";
import { thinned } from "../../testing/thinned.ts";
import { qualityData } from "../parts/quality-data.ts";
import { judge } from "./judge.ts";
import { mixtures } from "./rule.ts";

const answerOf = (data: Data, scale: Assay["scale"]) =>
  judge.judge(qualityData(expressionAssay(data, scale), { sex: null, group: null, batch: null }), mixtures.settings.parse({}));
function told(data: Data, scale: Assay["scale"]): Judged {
  const answer = answerOf(data, scale);
  if ("lacks" in answer) throw new Error(answer.lacks.key);
  return answer;
}
const pairs = ({ verdicts }: Judged): readonly string[] => verdicts.map(({ samples }) => samples.join(" "));

const column = ({ values, samples }: Data, at: number): Float32Array =>
  Float32Array.from({ length: values.length / samples.length }, (_, row) => values[row * samples.length + at] as number);
function withColumn(data: Data, at: number, put: Float32Array): Data {
  const values = data.values.slice();
  put.forEach((value, row) => (values[row * data.samples.length + at] = value));
  return { ...data, values };
}
const total = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0);
/** Of counts reads are drawn; of intensities so much of each is added. */
function mixed(data: Data, at: number, other: number, share: number, scale: Assay["scale"], random: () => number): Data {
  const [own, added] = [column(data, at), column(data, other)];
  if (scale !== "counts") {
    return withColumn(
      data,
      at,
      own.map((value, row) => (1 - share) * value + share * (added[row] as number)),
    );
  }
  const taken = thinned(added, Math.min(1, (share * total(own)) / total(added)), random);
  return withColumn(
    data,
    at,
    thinned(own, 1 - share, random).map((value, row) => value + (taken[row] as number)),
  );
}
function twoOfOneSex(random: () => number, { samples, sex = [] }: Data): readonly [number, number] {
  for (;;) {
    const [one, other] = [Math.floor(random() * samples.length), Math.floor(random() * samples.length)];
    if (one !== other && sex[one] === sex[other]) return [one, other];
  }
}
/** Of mixtures of two by chance: how many pairs are told of, and how many others. */
function found(data: Data, share: number, times: number, scale: Assay["scale"]) {
  const random = seededRandom(2026);
  let [right, wrong] = [0, 0];
  for (let time = 0; time < times; time++) {
    const [at, other] = twoOfOneSex(random, data);
    const said = pairs(told(mixed(data, at, other, share, scale, random), scale));
    const pair = [at, other].sort((a, b) => a - b).join(" ");
    right += said.filter((one) => one === pair).length;
    wrong += said.filter((one) => one !== pair).length;
  }
  return { right, wrong };
}

describe("GSE96870", () => {
  const data = influenza();

  test("partial correlations are R's", () => {
    const text = readFileSync(join(import.meta.dirname, "../../testing/reference/quality/mixtures.tsv"), "utf8");
    const expected = text
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => Number(line.split("\t")[1]));
    const [measure] = told(data, "counts").measures;
    expect(measure?.values).toHaveLength(expected.length);
    expected.forEach((value, at) => expect(measure?.values[at]).toBeCloseTo(value, 6));
  });

  test("as it is nothing is said", () => expect(pairs(told(data, "counts"))).toEqual([]));

  test("half of another sample of the same sex", () => expect(found(data, 0.5, 12, "counts")).toEqual({ right: 12, wrong: 0 }));

  test("half of another sample, beside one whose genes were mixed up and one without reads", () => {
    const genes = Float32Array.from(shuffle([...column(data, 7)], seededRandom(7)));
    const broken = withColumn(
      withColumn(data, 7, genes),
      12,
      genes.map(() => 0),
    );
    const said = pairs(told(mixed(broken, 2, 9, 0.5, "counts", seededRandom(1)), "counts"));
    expect(said).toEqual(["2 9"]);
  });

  test("a sample that is there twice is no mixture", () => {
    for (const share of [1, 0.9, 0.6])
      expect(pairs(told(withColumn(data, 3, thinned(column(data, 8), share)), "counts"))).toEqual([]);
  });

  test("of too few samples it says so", () => {
    const of = (count: number): Data => ({
      ...data,
      samples: data.samples.slice(0, count),
      values: data.values.filter((_, at) => at % data.samples.length < count),
      group: data.group.slice(0, count),
      sex: data.sex?.slice(0, count) ?? [],
    });
    expect(answerOf(of(15), "counts")).toMatchObject({ lacks: { params: { n: 15, least: 16 } } });
    expect("verdicts" in answerOf(of(16), "counts")).toBe(true);
  });
});

describe.skipIf(!hasReference("golub/golub_expression.csv.gz"))("golub", () => {
  test("as it is nothing is said", () => expect(pairs(told(golub(), "unknown"))).toEqual([]));

  test("half of another sample", () => expect(found(golub(), 0.5, 12, "unknown")).toEqual({ right: 11, wrong: 0 }));
});

test.skipIf(!hasReference("stemcells_4labs/expression.csv"))("of 125 samples by 400 genes it cannot be told", () => {
  expect(answerOf(stemCells(), "log2")).toMatchObject({ lacks: { params: { samples: 125 } } });
});
