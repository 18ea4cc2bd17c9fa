// The step recipe reads a saved recipe: its steps as they were fitted, held to what it promises.

import { describe, expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { digestOfArtifact } from "../../artifacts/digest-of-artifact.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { ok } from "../../base/result.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { fittedChainOf, type FittedChain } from "../../contract/fitted-chain.ts";
import type { RecipeTest } from "../../contract/recipe-file.ts";
import { keySpec } from "../../contract/result-key.ts";
import { writeRecipe } from "../../features/recipe-bytes.ts";
import { failureSentence, sentenceIn } from "../../messages/catalogue.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { stepOn } from "../../testing/step-on-table.ts";
import { execute } from "./execute.ts";
import { transform } from "./spec.ts";

const file = { digest: "ab".repeat(32), name: "scale.recipe.json", size: 7 };
const training = tableOf(
  textColumn("id", ["p1", "p2", "p3", "p4"]),
  numberColumn("age", [40, null, 44, 60]),
  numberColumn("weight", [60, 70, 80, 90]),
);
const steps: readonly JsonObject[] = [
  { verb: "fill-missing", columns: ["age"], fill: { by: "mean" } },
  { verb: "scale", columns: ["age", "weight"], by: "standard" },
];

async function run(data: Table, written: readonly JsonObject[], bytes: Uint8Array | null = null) {
  const context: Partial<ExecuteContext> = {
    input: () => data,
    valueOf: (field: unknown): Json => field as Json,
    file: () => bytesAsSource(bytes ?? new Uint8Array(0)),
    progress: () => undefined,
    log: () => undefined,
    signal: new AbortController().signal,
  };
  const spec = transform.schema.parse({
    from: { ref: "cell_data" },
    steps: written.map((step, at) => ({ id: `s${at}`, ...step })),
  });
  return execute(spec, context as ExecuteContext);
}
async function answered(...given: Parameters<typeof run>) {
  const result = await run(...given);
  if (!result.ok) throw new Error(failureSentence(result.error, "en"));
  return result.value;
}
async function refused(...given: Parameters<typeof run>): Promise<string> {
  const result = await run(...given);
  if (result.ok) throw new Error("it answered");
  expect(result.error.at?.[0]).toBe("steps");
  expect(failureSentence(result.error, "ru")).not.toMatch(/\{\w+\}|undefined/);
  return failureSentence(result.error, "en");
}

const chainOf = async (): Promise<FittedChain> =>
  fittedChainOf((await answered(training, steps))["fitted"] as never) as FittedChain;
const recipe = async (...tests: RecipeTest[]): Promise<Uint8Array> => writeRecipe(await chainOf(), tests);
const use: readonly JsonObject[] = [{ verb: "recipe", from: file }];

describe("a saved recipe (T-6)", () => {
  test("makes of the rows that it was fitted on what the chain made, and of others the same by what was kept", async () => {
    const bytes = await recipe();
    const first = await answered(training, steps);
    const again = await answered(training, use, bytes);
    expect(digestOfArtifact(again["out"] as Table)).toBe(digestOfArtifact(first["out"] as Table));
    const later = tableOf(textColumn("id", ["q"]), numberColumn("age", [null]), numberColumn("weight", [75]));
    const { out } = await answered(later, use, bytes);
    // (48 - 48) / sd and (75 - 75) / sd: the means of the training.
    expect((out as Table).columns.slice(1).map((column) => (column.type === "float64" ? column.values[0] : null))).toEqual([
      0, 0,
    ]);
  });

  test("takes a column in which nothing stands for what it was: a file gives it the type of text", async () => {
    const later = tableOf(textColumn("id", ["q"]), textColumn("age", [null]), numberColumn("weight", [75]));
    const { out } = await answered(later, use, await recipe());
    expect((out as Table).columns[1]).toMatchObject({ name: "age", type: "float64", values: Float64Array.of(0) });
    const words = tableOf(textColumn("id", ["q"]), textColumn("age", ["old"]), numberColumn("weight", [75]));
    expect(await refused(words, use, await recipe())).toMatch(/age/);
  });

  test("names all columns that it needs and that are not there, in one sentence", async () => {
    const said = await refused(tableOf(textColumn("id", ["q"])), use, await recipe());
    expect(said).toMatch(/^Step 1: 2 columns that the recipe needs are not in these data: age, weight\./);
  });

  test("is refused where what it makes is not as it promises, told by counts", async () => {
    const bytes = await recipe(
      { rule: "range", column: "weight", least: -2, most: 2 },
      { rule: "unique", column: "id" },
      { rule: "missing", column: "age", most: 0 },
    );
    const later = tableOf(
      textColumn("id", ["q", "q", "r"]),
      numberColumn("age", [null, 1, 2]),
      numberColumn("weight", [75, 400, 75]),
    );
    expect(await refused(later, use, bytes)).toMatch(
      /^Step 1: what the recipe makes here is not as it promises\. weight: 1 of 3 values lie outside -2 to 2; 1 more promise does not hold\./,
    );
    const { out, steps: report } = await answered(later, [{ ...use[0], onFail: "say" }], bytes);
    expect((out as Table).rowCount).toBe(3);
    const body = report?.type === "report" ? report.body : {};
    const [told] = body["steps"] as readonly JsonObject[];
    const doubts = sentencesIn(told?.["doubts"]).map((doubt) => sentenceIn(doubt, "en"));
    expect(doubts).toEqual([
      "Step 1: not as the recipe promises. weight: 1 of 3 values lie outside -2 to 2.",
      "Step 1: not as the recipe promises. id: 2 of 3 values stand there more than once, and it promises each once.",
    ]);
  });

  test("asks no clock whether it is fresh: the moment is stated, or it is said that nothing was asked", async () => {
    const dated = tableOf(
      textColumn("id", ["q"]),
      numberColumn("age", [1]),
      numberColumn("weight", [75]),
      textColumn("day", ["2026-01-20"]),
    );
    const chain = fittedChainOf((await answered(dated, steps))["fitted"] as never) as FittedChain;
    const bytes = writeRecipe(chain, [{ rule: "fresh", column: "day", most: 10, unit: "days" }]);
    const doubtsOf = async (more: JsonObject) => {
      const report = (await answered(dated, [{ ...use[0], ...more }], bytes))["steps"];
      const [told] = (report?.type === "report" ? report.body["steps"] : []) as readonly JsonObject[];
      return sentencesIn(told?.["doubts"]).map((doubt) => sentenceIn(doubt, "en"));
    };
    expect(await doubtsOf({})).toEqual([expect.stringMatching(/promises that day is fresh, which is not asked here/)]);
    expect(await doubtsOf({ asOf: "2026-01-30" })).toEqual([]);
    expect(await doubtsOf({ asOf: "2026-01-31", onFail: "say" })).toEqual([
      "Step 1: not as the recipe promises. day: none of its 1 times lies within 10 days before 2026-01-31, as it promises.",
    ]);
    expect(await refused(dated, [{ ...use[0], asOf: "2026-01-31" }], bytes)).toMatch(
      /not as it promises\. day: none of its 1 times/,
    );
    expect(await refused(dated, [{ ...use[0], asOf: "soon" }], bytes)).toMatch(/“soon” is no moment/);
  });

  test.each([
    ["cut", (bytes: Uint8Array) => bytes.subarray(0, 300), /scale\.recipe\.json ends in the middle/],
    ["empty", () => new Uint8Array(0), /cannot be read as JSON/],
    ["other JSON", () => new TextEncoder().encode('{"a":1}'), /holds JSON and no recipe/],
  ])("%s is refused in words", async (_title, change, says) => {
    expect(await refused(training, use, change(await recipe()))).toMatch(says);
  });

  test("is carried over within another chain, whole: neither the file nor where it lies is needed there", async () => {
    const { fitted } = await answered(training, use, await recipe());
    const chain = fittedChainOf(fitted as never) as FittedChain;
    // Where the file lies is no part of what was made.
    expect(chain.steps[0]?.options).toEqual({ verb: "recipe", from: { digest: file.digest, name: "", size: 7 } });
    expect(chain.steps[0]).toMatchObject({ freezes: "each", fitted: { state: { tests: [] } } });
    const [direct, within] = [
      await answered(training, use, await recipe()),
      await answered(training, use, writeRecipe(chain, [])),
    ];
    expect(within.out).toEqual(direct.out);
  });

  test("enters the key by its digest alone, and keys of the steps of a cell are as they were", () => {
    const spec = (step: JsonObject) =>
      keySpec(transform as never, transform.schema.parse({ from: { ref: "cell_data" }, steps: [step] }) as never);
    expect(spec({ id: "s", verb: "recipe", from: { ...file, dataset: "d", version: 2, path: "x/y" }, onFail: "refuse" })).toEqual(
      {
        from: { in: "i0" },
        steps: [{ verb: "recipe", from: { digest: file.digest } }],
      },
    );
    expect(spec({ id: "s", verb: "recipe", from: { ref: "cell_clean", port: "fitted" } })).toEqual({
      from: { in: "i0" },
      steps: [{ verb: "recipe", from: { in: "i1" } }],
    });
  });

  test("a recipe with steps of odd names, and none at all, is applied", async () => {
    const none = writeRecipe({ ...(await chainOf()), steps: [] }, []);
    const made = await stepOn(training, { verb: "recipe", from: file }, {}, { [file.digest]: none });
    expect(made.column("age")).toEqual([40, null, 44, 60]);
    expect(ok(made.said)).toEqual({ ok: true, value: [] });
  });
});
