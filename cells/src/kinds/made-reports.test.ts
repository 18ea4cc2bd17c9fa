// The reports that executors make have the form that their cards say, and their kinds say what they tell of individuals.

import { expect, test } from "vitest";
import { assayOf } from "../artifacts/assay.ts";
import type { Artifact, Report } from "../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import type { CellId } from "../base/ids.ts";
import type { JsonObject } from "../base/json.ts";
import type { ExecuteContext, Outputs } from "../contract/execute.ts";
import { executorOf } from "../executors.ts";
import { resultKey } from "../contract/result-key.ts";
import type { Kind } from "../contract/kind.ts";
import { stepKindOf } from "../jobs.ts";
import { kindOf, kinds } from "../kinds.ts";
import { reportNamed, reports } from "../reports.ts";

const rows = 12;
const numbers = (step: number) => Array.from({ length: rows }, (_, at) => ((at * step) % 7) + at / 10);
const sexes = Array.from({ length: rows }, (_, at) => (at % 2 ? "f" : "m"));
const people = tableOf(
  textColumn(
    "id",
    sexes.map((sex, at) => `${sex}${at}`),
    { semantic: "identifier" },
  ),
  textColumn("sex", sexes, { semantic: "category" }),
  numberColumn("a", numbers(3)),
  numberColumn("b", numbers(5)),
);
const counts = assayOf({
  values: { layout: "dense", data: Float32Array.from({ length: 3 * rows }, (_, at) => (at * 7) % 11) },
  features: tableOf(textColumn("gene", ["Xist", "Tsix", "Ddx3y"], { semantic: "gene" })),
  samples: tableOf(
    textColumn(
      "sample",
      sexes.map((sex, at) => `${sex}${at}`),
      { semantic: "sample" },
    ),
    textColumn("sex", sexes),
  ),
  scale: "counts",
});

async function made(kind: string, spec: JsonObject, input: Artifact): Promise<Outputs> {
  const execute = await executorOf(kind);
  const context: Partial<ExecuteContext> = {
    signal: new AbortController().signal,
    progress: () => {},
    log: () => {},
    input: () => input,
    valueOf: (field) => field as JsonObject,
  };
  const parsed = kindOf(kind)?.schema.parse({ from: { ref: "cell_a" as CellId }, ...spec }) as JsonObject;
  const result = await execute?.(parsed, context as ExecuteContext);
  if (!result?.ok) throw new Error(`${kind} failed: ${result?.error.reason}`);
  return result.value;
}

const filter = { steps: [{ id: "s", verb: "filter", where: { column: "a", is: ">", value: 1 } }] };
const model = { target: "sex", algorithm: { type: "logistic" }, validation: { type: "k-fold", folds: 3 } };

test.each<[string, string, JsonObject, Artifact]>([
  ["profile of a table", "profile", {}, people],
  ["profile of a matrix", "profile", {}, counts],
  ["steps", "transform", filter, people],
  ["components of a table", "reduce", {}, people],
  ["components of a matrix", "reduce", {}, counts],
  ["validation", "train", model, people],
  ["validation on labs", "train", { ...model, validation: { type: "k-fold", folds: 3 }, labColumn: "id" }, people],
])("%s", async (_title, kind, spec, input) => {
  const outputs = await made(kind, spec, input);
  const [port, report] = Object.entries(outputs).find(([, artifact]) => artifact.type === "report") as [string, Report];
  const card = reportNamed(report.report);
  const parsed = card?.schema.safeParse(report.body);
  expect(parsed?.error?.issues ?? []).toEqual([]);
  expect(parsed?.success).toBe(true);
  for (const [name, artifact] of Object.entries(outputs)) {
    const question = { spec: kindOf(kind)?.schema.parse(spec) as JsonObject, port: name, artifact, columns: null };
    expect(kindOf(kind)?.discloses({ ...question, valueOf: () => undefined }), name).not.toBeNull();
  }
  expect(port).toBe(kindOf(kind)?.outputs.find((each) => each.type === "report")?.name);
  // The reports that its identity names are those that it makes.
  const names = Object.values(outputs).flatMap((artifact) => (artifact.type === "report" ? [artifact.report] : []));
  expect(reportsOf(kind)).toEqual(names);
});

/** What a kind says that it makes, whatever its spec. */
function reportsOf(name: string): readonly string[] {
  const kind = stepKindOf(name) as Kind;
  const spec = kind.schema.safeParse(kind.empty);
  return (kind.variants?.(spec.data ?? {}) ?? []).flatMap((variant) => (variant.axis === "report" ? [variant.name] : []));
}

const everything = [...Object.keys(kinds), "inspect"];

test.each(Object.keys(reports))(
  "K-1: raising the version of the report %s changes the keys of the cells that make it and of no others",
  (name) => {
    const changed = everything.filter((each) => {
      const kind = stepKindOf(each) as Kind;
      const spec = kind.schema.safeParse(kind.empty).data ?? {};
      const raised: Kind = {
        ...kind,
        variants: (of) =>
          (kind.variants?.(of) ?? []).map((variant) =>
            variant.axis === "report" && variant.name === name ? { ...variant, version: variant.version + 1 } : variant,
          ),
      };
      return resultKey(raised, spec, {}) !== resultKey(kind, spec, {});
    });
    expect(changed).toEqual(everything.filter((each) => reportsOf(each).includes(name)));
    expect(changed.length, name).toBeGreaterThan(0);
  },
);

test("every kind that has an output of type report says which it makes", () => {
  for (const name of everything) {
    const ports = stepKindOf(name)?.outputs.filter(({ type }) => type === "report") ?? [];
    // A port may hold one report of a matrix and another of a table.
    expect(reportsOf(name).length > 0, name).toBe(ports.length > 0);
    expect(reportsOf(name).length, name).toBeGreaterThanOrEqual(ports.length);
  }
});
