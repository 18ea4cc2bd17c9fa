import { expect, test } from "vitest";
import { z } from "zod";
import { digestOfJson, digestOfText } from "../base/digest.ts";
import { engineVersions } from "../base/engine-versions.ts";
import type { JsonObject } from "../base/json.ts";
import { keyFormat } from "../base/key-format.ts";
import type { Variant } from "./identity.ts";
import type { Kind } from "./kind.ts";
import { keyMaker, resultKey } from "./result-key.ts";
import { withoutDefaults } from "./without-defaults.ts";

const schema = z.looseObject({});
const kind = (more: Partial<Kind> = {}): Kind =>
  ({ kind: "add", version: 3, engines: [], reproduces: "exact", schema, ...more }) as unknown as Kind;

test("K-1: a key is the digest of the canonical JSON of kind, version, variants, engines, format, spec and inputs", () => {
  const engine = Object.keys(engineVersions)[0] as keyof typeof engineVersions;
  const spec: JsonObject = { b: [1, "ü"], a: { __proto: null } };
  const inputs = { i1: digestOfText("one"), i0: digestOfText("zero") };
  for (const engines of [[], [engine]]) {
    const variants: Variant[] = engines.map((name) => ({ axis: "step", name: "twice", version: 2, engines: [name] }));
    expect(keyMaker(kind({ variants: () => variants }), spec)(inputs)).toBe(
      digestOfJson({
        kind: "add",
        version: 3,
        variants: engines.length > 0 ? { "step/twice": 2 } : {},
        engines: Object.fromEntries(engines.map((name) => [name, engineVersions[name]])),
        format: keyFormat,
        spec,
        inputs,
      }),
    );
  }
});

test("K-1: raising one variant's version changes the keys of cells that use it and of no others", () => {
  const step = (name: string, version: number): Variant => ({ axis: "step", name, version });
  const keyWith = (versions: { readonly [name: string]: number }, steps: readonly string[]) =>
    resultKey(kind({ variants: () => steps.map((name) => step(name, versions[name] ?? 1)) }), { steps }, {});
  const before = { filter: 1, sort: 1 };
  const after = { filter: 2, sort: 1 };
  expect(keyWith(after, ["filter", "sort"])).not.toBe(keyWith(before, ["filter", "sort"]));
  expect(keyWith(after, ["sort"])).toBe(keyWith(before, ["sort"]));
});

const choice = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("line"), points: z.boolean().default(false), width: z.number().default(2) }),
  z.strictObject({ type: z.enum(["bar", "stack"]), measure: z.enum(["count", "sum"]).default("count") }),
]);
const list = z.array(z.string()).default([]);
const deep = z.strictObject({
  chart: choice.default({ type: "line", points: false, width: 2 }),
  steps: z.array(z.strictObject({ by: z.array(z.string()).default([]), rows: z.number().nullable().default(null) })).default([]),
  either: z.union([z.strictObject({ all: list }), z.strictObject({ any: list, not: list }), z.string()]).default("x"),
  names: z.record(z.string(), z.strictObject({ unit: z.string().default("") })).default({}),
});

test.each([
  [{}, {}],
  [{ chart: { type: "line", points: false, width: 2 } }, {}],
  [{ chart: { type: "line", points: true, width: 2 } }, { chart: { type: "line", points: true } }],
  [{ chart: { type: "bar", measure: "count" } }, { chart: { type: "bar" } }],
  [{ chart: { type: "stack", measure: "sum" } }, { chart: { type: "stack", measure: "sum" } }],
  [
    {
      steps: [
        { by: [], rows: null },
        { by: ["a"], rows: 3 },
      ],
    },
    { steps: [{}, { by: ["a"], rows: 3 }] },
  ],
  [
    { either: { all: [] }, names: { a: { unit: "" } } },
    { either: {}, names: { a: {} } },
  ],
  [{ either: { any: [], not: [] } }, { either: { any: [], not: [] } }],
  [{ either: { any: ["a"], not: [] } }, { either: { any: ["a"] } }],
])("K-2: of %j the defaults are left out at every depth", (written, expected) => {
  const short = withoutDefaults(deep, deep.parse(written) as JsonObject) as JsonObject;
  expect(deep.parse(short)).toEqual(deep.parse(written));
  expect(short).toEqual(expected);
});
