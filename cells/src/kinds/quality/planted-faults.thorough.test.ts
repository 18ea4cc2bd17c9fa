// Faults that were put into real data are found, by the rule that is for them, and of the other samples nothing is said:
// GSE96870 (22 samples, counts), golub (72 arrays) and four labs of stem cells (125 samples).

import { describe, expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { bodyOf } from "../../contract/report.ts";
import { qualityReport } from "../../reports/quality/report.ts";
import { seededRandom, shuffle } from "../../stats/seeded-random.ts";
import { hasReference } from "../../testing/reference-data.ts";
import { type ExpressionSet as Data, expressionAssay, golub, influenza, stemCells } from "../../testing/reference-expression.ts";
import { thinned } from "../../testing/thinned.ts";
import { execute } from "./execute.ts";
import { quality } from "./spec.ts";

async function judged(data: Data, scale: Assay["scale"] = "counts") {
  const assay = expressionAssay(data, scale);
  const context: Partial<ExecuteContext> = {
    input: () => assay,
    valueOf: (field) => field as Json,
    progress: () => undefined,
    log: () => undefined,
    signal: new AbortController().signal,
  };
  const spec = quality.schema.parse({ from: { ref: "cell_x" as CellId } });
  const result = await execute(spec, context as ExecuteContext);
  if (!result.ok) throw new Error(result.error.reason);
  const { out, report } = result.value;
  const body =
    report?.type === "report" ? bodyOf(qualityReport, { report: report.report, body: report.body as JsonObject }) : null;
  if (!body) throw new Error("a report was expected");
  return {
    table: out as Table,
    verdicts: body.verdicts.map(({ rule, level, samples }) => `${rule} ${level}: ${samples.join(" ")}`),
    steps: body.verdicts.flatMap(({ step }) => (step ? [step] : [])),
    lacks: body.rules
      .filter(({ level, lacks }) => level === null && !lacks?.key.endsWith(".of-genotypes"))
      .map(({ rule }) => rule),
  };
}

const column = ({ values, samples }: Data, at: number): Float32Array =>
  Float32Array.from({ length: values.length / samples.length }, (_, row) => values[row * samples.length + at] as number);
function withColumn(data: Data, at: number, of: (row: number) => number): Data {
  const values = data.values.slice();
  for (let row = 0; row * data.samples.length < values.length; row++) values[row * data.samples.length + at] = of(row);
  return { ...data, values };
}
const swapped = (list: readonly string[], a: number, b: number): readonly string[] =>
  list.map((value, at) => (at === a ? (list[b] as string) : at === b ? (list[a] as string) : value));
describe("GSE96870", () => {
  const data = influenza();
  const { samples } = data;

  test("as it is nothing is said, and rules that cannot tell say so", async () => {
    const { verdicts, lacks } = await judged(data);
    expect(verdicts).toEqual([]);
    expect(lacks).toEqual(["log-scale", "swapped-groups", "batch-effect"]);
  });

  test.each([0, 5, 14])("a library with a tenth of the reads: sample %i", async (at) => {
    const thin = thinned(column(data, at), 0.1);
    const { verdicts, table } = await judged(withColumn(data, at, (row) => thin[row] as number));
    expect(verdicts).toContain(`library-size fail: ${samples[at]}`);
    expect(verdicts.filter((verdict) => !verdict.endsWith(`: ${samples[at]}`))).toEqual([]);
    // The worst stands first.
    const [ids, verdict] = [columnOf(table, "sample"), columnOf(table, "verdict")];
    expect(ids && verdict && [cellJson(ids, 0), cellJson(verdict, 0), cellJson(verdict, 1)]).toEqual([
      samples[at],
      "fail",
      "pass",
    ]);
  });

  test.each([0, 7, 20])("a sample whose genes were mixed up: %i", async (at) => {
    const mixed = shuffle([...column(data, at)], seededRandom(at));
    const { verdicts } = await judged(withColumn(data, at, (row) => mixed[row] as number));
    expect(verdicts).toContain(`sample-correlation fail: ${samples[at]}`);
    expect(verdicts.filter((verdict) => !verdict.endsWith(`: ${samples[at]}`))).toEqual([]);
  });

  test("sexes that were swapped", async () => {
    const { sex = [] } = data;
    const [female, male] = [sex.indexOf("Female"), sex.indexOf("Male")];
    const { verdicts } = await judged({ ...data, sex: swapped(sex, female, male) });
    expect(verdicts).toEqual([`sex-check fail: ${samples[female]}`, `sex-check fail: ${samples[male]}`]);
  });

  test.each([1, 0.9, 0.7])("a sample twice, of which a share of %d of the reads was read again", async (share) => {
    const again = thinned(column(data, 8), share);
    const { verdicts } = await judged(withColumn(data, 3, (row) => again[row] as number));
    expect(verdicts).toEqual([`duplicates fail: ${samples[3]} ${samples[8]}`]);
  });

  test("a sample without reads fails, and the others are judged all the same", async () => {
    const { verdicts, lacks } = await judged(withColumn(data, 4, () => 0));
    expect(verdicts).toContain(`library-size fail: ${samples[4]}`);
    expect(verdicts.filter((verdict) => !verdict.endsWith(`: ${samples[4]}`))).toEqual([]);
    expect(lacks).not.toContain("sample-correlation");
  });

  test("a sample that is there ten times is one set, also where nothing else varies", async () => {
    const one = column(data, 2);
    const named = Array.from({ length: 10 }, (_, at) => `s${at}`);
    const same = (extra: readonly Float32Array[]): Data => {
      const all = [...named.map(() => one), ...extra];
      return {
        features: data.features,
        samples: all.map((_, at) => `s${at}`),
        values: Float32Array.from(
          { length: one.length * all.length },
          (_, at) => all[at % all.length]?.[Math.floor(at / all.length)] ?? 0,
        ),
        group: all.map(() => "a"),
      };
    };
    expect((await judged(same([]))).verdicts).toEqual([`duplicates fail: ${named.join(" ")}`]);
    expect((await judged(same([column(data, 5)]))).verdicts).toContain(`duplicates fail: ${named.join(" ")}`);
  });

  test("copies of one sample make no other samples odd", async () => {
    const copies = [0, 1, 2, 6, 7, 8, 11, 12];
    const first = column(data, 0);
    const values = data.values.slice();
    for (const at of copies)
      for (let row = 0; row < first.length; row++) values[row * samples.length + at] = first[row] as number;
    const { verdicts } = await judged({ ...data, values });
    expect(verdicts.filter((verdict) => verdict.startsWith("sample-correlation fail"))).toEqual([]);
  });

  test("sexes that are all swapped are told of the whole data set", async () => {
    const { verdicts } = await judged({ ...data, sex: data.sex?.map((one) => (one === "Female" ? "Male" : "Female")) ?? [] });
    expect(verdicts).toEqual(["sex-check fail: "]);
  });

  test.each([
    ["only 0", 0],
    ["nothing", Number.NaN],
    ["below 0", -5],
    ["infinite", Number.POSITIVE_INFINITY],
  ])("counts that are %s are judged by no rule", async (_title, value) => {
    const { verdicts, lacks } = await judged({ ...data, values: new Float32Array(data.values.length).fill(value) });
    expect(lacks).toContain("library-size");
    expect(verdicts.filter((verdict) => !verdict.startsWith("duplicates"))).toEqual([]);
  });

  test("sexes that nobody can read are no sex, and those that a few samples have are told", async () => {
    const { sex = [] } = data;
    const coded = await judged({ ...data, sex: sex.map((one) => (one === "Female" ? "2" : "1")) });
    expect(coded.lacks).toContain("sex-check");
    const { verdicts } = await judged({ ...data, sex: sex.map((one, at) => (at === 2 ? "hen" : one)) });
    expect(verdicts).toEqual(["sex-check warn: "]);
  });

  test("samples of which no group is told are no group", async () => {
    const mixed = shuffle([...column(data, 7)], seededRandom(7));
    const group = data.group.map((one, at) => (at % 3 === 0 ? "" : one));
    const { verdicts } = await judged({ ...withColumn(data, 7, (row) => mixed[row] as number), group });
    expect(verdicts).toContain(`sample-correlation fail: ${samples[7]}`);
  });

  test("a mixture of a female and a male", async () => {
    const [one, other] = [thinned(column(data, 3), 0.5), thinned(column(data, 4), 0.5)];
    const { verdicts } = await judged(withColumn(data, 3, (row) => (one[row] as number) + (other[row] as number)));
    expect(verdicts).toContain(`sex-check warn: ${samples[3]}`);
    expect(verdicts.filter((verdict) => verdict.includes("fail"))).toEqual([]);
  });
});

describe.skipIf(!hasReference("golub/golub_expression.csv.gz"))("golub", () => {
  const data = golub;

  test("of 72 arrays at most two are told of, and a logarithm is suggested", async () => {
    const { verdicts, steps } = await judged(data(), "unknown");
    const ofSamples = verdicts.filter((verdict) => verdict !== "log-scale warn: ");
    expect(ofSamples.length, verdicts.join("; ")).toBeLessThanOrEqual(2);
    expect(steps).toEqual([{ verb: "log", floor: 110, prior: 0 }]);
    const logged = data().values.map((value) => Math.log2(Math.max(value, 110)));
    expect((await judged({ ...data(), values: logged }, "unknown")).steps).toEqual([]);
  });

  test("labels that were swapped", async () => {
    const { group, ...rest } = data();
    const { samples } = rest;
    const { verdicts } = await judged({ ...rest, group: swapped(group, group.indexOf("ALL"), group.indexOf("AML")) }, "unknown");
    // Sample 66 is like the other class in most analyses of these data (Golub et al., Science 286:531-537, 1999), 35 in some.
    const told = verdicts.slice(1).map((verdict) => verdict.replace(/^swapped-groups (?:warn|fail): /, ""));
    expect(told).toEqual(expect.arrayContaining([samples[group.indexOf("ALL")], samples[group.indexOf("AML")], "S35", "S66"]));
    expect(told.length, told.join(" ")).toBeLessThanOrEqual(5);
  });
});

describe.skipIf(!hasReference("stemcells_4labs/expression.csv"))("stem cells of four labs", () => {
  test("what varies goes with the lab; of 125 samples replicates of one line are told, and nothing else", async () => {
    const { verdicts } = await judged(stemCells(), "log2");
    expect(verdicts.filter((verdict) => !verdict.startsWith("duplicates"))).toEqual(["batch-effect fail: "]);
    // Replicates of one line, which stand side by side in the second study.
    for (const verdict of verdicts.filter((one) => one.startsWith("duplicates"))) {
      const numbers = [...verdict.matchAll(/sample(\d+)/g)].map(([, number]) => Number(number));
      expect(Math.max(...numbers) - Math.min(...numbers)).toBe(numbers.length - 1);
      expect(numbers.every((number) => number > 38 && number < 90)).toBe(true);
    }
  });
});
