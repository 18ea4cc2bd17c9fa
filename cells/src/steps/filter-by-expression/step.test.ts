// filter-by-expression against edgeR 3.40.2 (oracle.R wrote oracle.json), and what it says of designs that tell nothing.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Assay } from "../../artifacts/artifact.ts";
import { assayOf, featureIds } from "../../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { FailureError, type Failure } from "../../base/failure.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { StepScope } from "../../contract/step.ts";
import { runStep } from "../../chains/run-step.ts";
import { failureSentence, sentenceIn } from "../../messages/catalogue.ts";
import { stepSchema } from "../../steps.ts";
import { noChain } from "../../testing/no-chain.ts";
import { loadText } from "../../testing/load-text.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";

interface Asked {
  readonly on: "small" | "large" | "mice";
  readonly design?: string;
  readonly group?: string;
  readonly [option: string]: unknown;
}
interface Oracle {
  readonly sets: {
    readonly [name: string]: {
      readonly counts: readonly (readonly number[])[];
      readonly sheet: { readonly [column: string]: readonly (string | number)[] };
    };
  };
  readonly small: readonly (Asked & { readonly kept: readonly number[] })[];
  readonly mice: readonly (Asked & { readonly n: number; readonly md5: string })[];
}
const oracle = JSON.parse(readFileSync(path.join(import.meta.dirname, "oracle.json"), "utf8")) as Oracle;

const isNumbers = (values: readonly (string | number | null)[]): values is readonly number[] =>
  values.every((value) => typeof value === "number");
const assayWith = (
  counts: readonly (readonly number[])[],
  sheet: { readonly [column: string]: readonly (string | number | null)[] },
): Assay => {
  const samples = Array.from(counts[0] ?? [], (_, at) => `s${at + 1}`);
  return assayOf({
    values: { layout: "dense", data: Float32Array.from(counts.flat()) },
    features: tableOf(
      textColumn(
        "gene",
        counts.map((_, at) => String(at + 1)),
      ),
    ),
    samples: tableOf(
      textColumn("sample", samples),
      ...Object.entries(sheet).map(([name, values]) =>
        isNumbers(values)
          ? numberColumn(name, values)
          : textColumn(
              name,
              values.map((value) => (value === null ? null : String(value))),
            ),
      ),
    ),
    scale: "counts",
    featureNoun: "gene",
  });
};
const sparse = (assay: Assay): Assay => {
  const { data } = assay.values as { readonly data: Float32Array };
  const columns = Array.from({ length: assay.sampleCount }, (_, sample) =>
    Array.from({ length: assay.featureCount }, (_each, feature) => feature).filter(
      (feature) => data[feature * assay.sampleCount + sample] !== 0,
    ),
  );
  const offsets = columns.reduce<number[]>((sums, column) => [...sums, (sums.at(-1) ?? 0) + column.length], [0]);
  const values = columns.flatMap((column, sample) =>
    column.map((feature) => data[feature * assay.sampleCount + sample] as number),
  );
  return {
    ...assay,
    values: {
      layout: "sparse",
      offsets: Int32Array.from(offsets),
      featureIndex: Int32Array.from(columns.flat()),
      data: Float32Array.from(values),
    },
  };
};

const optionsOf = ({ design, group, ...asked }: Asked): JsonObject => {
  const names = { "min.count": "minCount", "min.total.count": "minTotalCount", "large.n": "largeN", "min.prop": "minProp" };
  const numbers = Object.entries(names).flatMap(([edger, ours]) => (edger in asked ? [[ours, asked[edger] as Json]] : []));
  const compare = design
    ? { by: "design", design: { formula: design } }
    : group
      ? { by: "group", column: group }
      : { by: "none" };
  return { compare, ...Object.fromEntries(numbers) };
};

async function ran(
  assay: Assay,
  options: JsonObject,
): Promise<{ readonly kept: readonly string[]; readonly said: readonly string[] }> {
  const said: string[] = [];
  const scope: StepScope = {
    index: 0,
    valueOf: (field) => field as Json,
    input: () => assay,
    say: (doubt) => void said.push(sentenceIn(doubt, "en")),
    frozen: noChain,
    file: noChain,
    signal: new AbortController().signal,
  };
  const out = await runStep(stepSchema.parse({ verb: "filter-by-expression", ...options }), assay, scope);
  return { kept: featureIds(out as Assay), said };
}
async function refused(assay: Assay, options: JsonObject): Promise<Failure> {
  const error: unknown = await ran(assay, options).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error("it was not refused", { cause: error });
  return error.failure;
}

const titled = <T extends Asked>(asked: readonly T[]) =>
  asked.map((each) => ({ title: JSON.stringify(optionsOf(each)), asked: each }));

test.each(titled(oracle.small))("$asked.on, $title: what edgeR keeps, dense and sparse", async ({ asked }) => {
  const { counts, sheet } = oracle.sets[asked.on] ?? { counts: [], sheet: {} };
  const assay = assayWith(counts, sheet);
  const wanted = asked.kept.map(String);
  expect((await ran(assay, optionsOf(asked))).kept).toEqual(wanted);
  expect((await ran(sparse(assay), optionsOf(asked))).kept).toEqual(wanted);
});

const folder = "GSE96870_mouse_influenza/GSE96870_";
let mice: Assay;
beforeAll(async () => {
  if (!hasReference(`${folder}counts_cerebellum.csv.gz`)) return;
  const sheet = (await loadText("sheet.csv", readFileSync(referenceFile(`${folder}coldata_cerebellum.csv`)))).out;
  if (sheet?.type !== "table") throw new Error("no sheet");
  const counts = readFileSync(referenceFile(`${folder}counts_cerebellum.csv.gz`));
  mice = (await loadText("counts.csv.gz", counts, {}, sheet)).out as Assay;
});
test.skipIf(!hasReference(`${folder}counts_cerebellum.csv.gz`)).each(titled(oracle.mice))(
  "the mice of GSE96870, $title: the genes that edgeR keeps",
  async ({ asked }) => {
    const { kept } = await ran(mice, optionsOf(asked));
    expect(kept).toHaveLength(asked.n);
    expect(createHash("md5").update(kept.join("\n")).digest("hex")).toBe(asked.md5);
  },
);

const counts = [
  [20, 30, 25, 40],
  [0, 0, 30, 0],
  [9, 20, 30, 1],
];
const four = assayWith(counts, { group: ["a", "a", "b", "b"], batch: ["x", "x", "y", "y"], hole: ["p", "q", null, "q"] });
const design = (formula: string, more: JsonObject = {}): JsonObject => ({
  compare: { by: "design", design: { formula, ...more } },
});

test("effects that cannot be told apart are said, and the filter goes on, as edgeR's does", async () => {
  const { said } = await ran(four, design("~ batch + group"));
  expect(said[0]).toBe(
    "batch and group tell the same samples apart: what one does cannot be told from what the other does. Keep one of them.",
  );
});

test("a design that cannot be made is refused, with its mending", async () => {
  const missing = await refused(four, design("~ group + hole"));
  expect(failureSentence(missing, "en")).toContain("1 of 4 samples has no value in hole");
  expect(missing.at).toEqual(["steps", 0, "compare"]);
  expect(missing.fix).toMatchObject({
    path: ["steps", 0, "compare"],
    value: { by: "design", design: { formula: "~ group + hole", missing: "drop" } },
  });
  const near = await refused(four, design("~ grup"));
  expect(near.fix?.value).toMatchObject({ design: { formula: "~ group" } });
  expect(await refused(four, design(""))).toMatchObject({ asks: true });
  expect((await refused(four, design("~ group", { columns: [{ column: "group", reference: "c" }] }))).params).toMatchObject({
    column: "group",
    level: "c",
  });
  expect(failureSentence(await refused(four, { compare: { by: "group", column: "" } }), "en")).toContain("groups in");
});

test("samples without a value are left out of the question, and stay", async () => {
  const { kept, said } = await ran(four, design("~ hole", { missing: "drop" }));
  expect(kept).toContain("1");
  expect(said).toContain("1 of 4 samples has no value in hole and is left out.");
  expect(said.at(-1)).toContain("stay in the matrix");
  const groups = await ran(four, { compare: { by: "group", column: "hole" } });
  expect(groups.said).toEqual([expect.stringContaining("1 sample has no value in hole")]);
});
