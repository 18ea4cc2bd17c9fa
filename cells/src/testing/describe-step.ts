// The contract that every step keeps, as a test suite, run by steps/steps.test.ts for each step of the list with the cases
// of its folder (steps/<verb>/cases.ts). For tests only.

import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Artifact, Assay, Column, Table } from "../artifacts/artifact.ts";
import { denseData } from "../artifacts/assay.ts";
import { digestOfArtifact } from "../artifacts/digest-of-artifact.ts";
import { cellJson, columnOf, takeColumnRows, takeRows } from "../artifacts/table.ts";
import { FailureError } from "../base/failure.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { isCellRef, refsInSpec } from "../base/refs.ts";
import type { ListedStep } from "../contract/listed-step.ts";
import { type Count, type Effect, type StepContext, stepData, type StepData, type StepScope } from "../contract/step.ts";
import { withoutDefaults } from "../contract/without-defaults.ts";
import { applyChain, doStep, formOf, runStep } from "../chains/run-step.ts";
import { message } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { fittedChain } from "../contract/fitted-chain.ts";
import { takeSamples } from "../artifacts/take-samples.ts";
import { type Step, stepSchema } from "../steps.ts";
import { bareFields, schemaFields } from "./schema-fields.ts";
import { bytesAsSource } from "./bytes-as-source.ts";
import { countsMatrix, otherCells, otherFiles, peopleTable, sparseMatrix } from "./step-data.ts";

export interface StepCases {
  /** The table that it is run on, where it needs columns of certain meanings. Absent: people with a gene each. */
  readonly table?: Table;
  /** The matrix, where its features need columns of certain meanings. */
  readonly assay?: Assay;
  /** Options as they may be written down. Each is run on the data of step-data.ts and says what it does. */
  readonly examples: readonly {
    readonly options: JsonObject;
    /** Types of data on which it answers; on others that the step takes it is refused. Absent: all that it takes. */
    readonly on?: readonly StepData[];
  }[];
  /** Options that the schema refuses, and what its complaint says. */
  readonly bad?: readonly { readonly options: JsonObject; readonly says: RegExp }[];
}

const scope: StepScope = {
  index: 2,
  valueOf: (field) => (isCellRef(field) ? ((otherCells[field.ref] ?? null) as Json) : (field as Json)),
  input: (ref) => {
    const found = otherCells[ref.ref];
    return isArtifact(found) ? found : { type: "value", value: found ?? null };
  },
  say: ({ key, params }) => {
    for (const locale of locales) expectSaid(message(key, params, locale), key);
  },
  file: ({ digest }) => bytesAsSource(otherFiles[digest] ?? new Uint8Array(0)),
  frozen: (chain, data) => applyChain(chain, data, scope),
  signal: new AbortController().signal,
};
/** Of a chain that is applied elsewhere: neither cells nor files are there. */
const alone: StepScope = {
  ...scope,
  input: () => ({ type: "value", value: null }),
  file: () => {
    throw new Error("no file is there");
  },
};
const context = (locale: StepContext["locale"], on: StepData | null = null): StepContext => ({
  locale,
  nameOf: () => "counts",
  noun: "gene",
  on,
});
/** Refusals that a form answers by filling something in. */
const unfilled = new Set(["transform.nothing-chosen", "transform.formula-empty", "transform.value-missing"]);

const usual: { readonly [data in StepData]: Table | Assay } = { table: peopleTable, assay: countsMatrix };
const noRows: { readonly [data in StepData]: Table | Assay } = {
  table: takeRows(peopleTable, []),
  assay: {
    ...countsMatrix,
    featureCount: 0,
    sampleCount: 0,
    features: takeRows(countsMatrix.features, []),
    samples: takeRows(countsMatrix.samples, []),
    values: { layout: "dense", data: new Float32Array(0) },
  },
};
/** Nothing is there but names. */
const missing: { readonly [data in StepData]: Table | Assay } = {
  table: {
    ...peopleTable,
    columns: peopleTable.columns.map((column): Column => {
      const valid = new Uint8Array(peopleTable.rowCount);
      return column.type === "text"
        ? { name: column.name, type: "text", valid, codes: new Int32Array(valid.length), dictionary: [""] }
        : column.type === "boolean"
          ? { name: column.name, type: "boolean", valid, values: new Uint8Array(valid.length) }
          : { name: column.name, type: "float64", valid, values: new Float64Array(valid.length) };
    }),
  },
  assay: { ...countsMatrix, values: { layout: "dense", data: new Float32Array(12).fill(Number.NaN) } },
};

const shapeOf = (data: Table | Assay): readonly [rows: number, columns: number] =>
  data.type === "table" ? [data.rowCount, data.columns.length] : [data.featureCount, data.sampleCount];
const isSo = (count: Count, before: number, after: number): boolean =>
  count === "same" ? after === before : count === "fewer" ? after <= before : count === "more" ? after >= before : true;

function expectEffect(effect: Effect, before: Table | Assay, after: Table | Assay): void {
  expect(after.type).toBe(effect.gives);
  const [rows, columns] = shapeOf(before);
  const [rowsAfter, columnsAfter] = shapeOf(after);
  expect(isSo(effect.rows, rows, rowsAfter), `rows ${rows} -> ${rowsAfter}, told ${effect.rows}`).toBe(true);
  expect(isSo(effect.columns, columns, columnsAfter), `columns ${columns} -> ${columnsAfter}, told ${effect.columns}`).toBe(true);
}

/** The answer, or the refusal after it was found to be said in words, at the step. */
async function answerOf(step: Step, data: Table | Assay): Promise<Table | Assay | FailureError> {
  try {
    return await runStep(step, data, scope);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { reason, params, at } = error.failure;
    expect(at?.slice(0, 2)).toEqual(["steps", scope.index]);
    for (const locale of locales) expectSaid(message(reason, params, locale), reason);
    return error;
  }
}

const valuesOf = (table: Table, name: string): readonly Json[] => {
  const column = columnOf(table, name);
  return column ? Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row)) : [];
};

function expectSaid(text: string, ...not: readonly string[]): void {
  expect(text.trim()).not.toBe("");
  expect(text).not.toMatch(/undefined|\[object|\{[\w-]+[|}]/);
  expect(not).not.toContain(text);
}

export function describeStep(verb: string, listed: ListedStep, cases: StepCases): void {
  const { step: card } = listed;
  const whole = { ...usual, ...(cases.table ? { table: cases.table } : {}), ...(cases.assay ? { assay: cases.assay } : {}) };
  const empty = { ...noRows, ...(cases.table ? { table: takeRows(cases.table, []) } : {}) };
  const parsed = (options: JsonObject): Step => stepSchema.parse({ ...options, verb });
  const taken = stepData.filter((data) => card.takes[data]);
  const examples = cases.examples.map((example) => ({ ...example, title: JSON.stringify(example.options).slice(0, 120) }));

  describe(`the step ${verb} keeps the contract`, () => {
    test("it is called what the list calls it, and works on something", () => {
      expect(card.name).toBe(verb);
      expect(card.axis).toBe("step");
      expect(card.version).toBeGreaterThanOrEqual(1);
      expect(taken).not.toEqual([]);
      expect(examples.length).toBeGreaterThan(0);
    });

    test.each(taken)("some example answers on a %s", (data) => {
      expect(examples.filter(({ on = taken }) => on.includes(data))).not.toEqual([]);
    });

    test("its work is there for each type of data that it takes, and its form", async () => {
      expect(Object.keys((await listed.apply()).apply).sort()).toEqual([...taken].sort());
      expect((await listed.Form()).Form).toBeTypeOf("function");
    });

    test("what it says it makes of individuals is so: rows that stay are neither fewer nor more", () => {
      // Rows of a table, samples of a matrix.
      if (card.carries === "rows" || card.carries === "order") {
        for (const [data, effect] of Object.entries(card.takes)) {
          expect(effect.gives).toBe(data);
          expect(data === "table" ? effect.rows : effect.columns).toBe("same");
        }
      }
      // An option that is called harmless is one of the step.
      const options = Object.keys(z.toJSONSchema(card.schema, { io: "input", unrepresentable: "any" })["properties"] ?? {});
      expect(options).toEqual(expect.arrayContaining(Object.keys(card.harmless ?? {})));
      if (card.carries === "groups") expect(card.groupsAfter).toBeTypeOf("function");
      // Code that a person wrote may make of a row whatever it likes.
      if (bareText(z.toJSONSchema(card.schema, { io: "input", unrepresentable: "any" }) as JsonObject))
        expect(["rows", "order"]).not.toContain(card.carries);
    });

    test("every option, however deep, has a title and a description; unknown ones are refused", () => {
      const schema = z.toJSONSchema(card.schema, { io: "input", unrepresentable: "any" }) as JsonObject;
      expect(bareFields(schema)).toEqual([]);
      expect(card.schema.safeParse({ verb, noSuchOption: 1 }).success).toBe(false);
    });

    test("a new one is whole, and what equals a default leaves no trace in the key", () => {
      const fresh = parsed({});
      expect(withoutDefaults(stepSchema, fresh)).toEqual({ verb });
      for (const { options } of examples) {
        const short = withoutDefaults(stepSchema, parsed(options)) as JsonObject;
        expect(parsed(short)).toEqual(parsed(options));
      }
    });

    test("it has a title and says what it does in every language", () => {
      expect(card.words.say("does", {}, "ru")).not.toBe(card.words.say("does", {}, "en"));
      for (const locale of locales) {
        for (const key of ["title", "does"] as const) expectSaid(card.words.say(key, {}, locale), key, `step-${verb}.${key}`);
        for (const { options, on = taken } of [{ options: {}, on: [] }, ...examples]) {
          const step = parsed(options);
          for (const data of on) expect(card.lacks?.(step, context(locale, data)) ?? null).toBeNull();
          const said = card.say(step, context(locale));
          expectSaid(said);
          expect(said).not.toMatch(/^step-[\w-]+\.[\w-]+$/);
          expectSaid(card.sayCounted?.(step, context(locale), { before: 3, after: 1 }) ?? "-");
        }
      }
    });

    test("data of another type are refused in words", async () => {
      for (const data of stepData.filter((type) => !card.takes[type])) {
        const refused = await answerOf(parsed({}), whole[data]);
        expect(refused).toBeInstanceOf(FailureError);
        expect((refused as FailureError).failure.reason).toBe(`transform.needs-${taken[0]}`);
      }
    });

    test("as a form makes it, it answers or says what is still to be chosen", async () => {
      for (const data of taken) {
        const answer = await answerOf(parsed({}), whole[data]);
        const isUnfilled = answer instanceof FailureError && unfilled.has(answer.failure.reason);
        for (const locale of locales) {
          const lacks = card.lacks?.(parsed({}), context(locale, data)) ?? null;
          if (isUnfilled) expect(lacks, `${data}: ${answer.failure.reason}`).not.toBeNull();
          if (lacks !== null) expectSaid(lacks);
        }
      }
    });

    describe.each(examples)("$title", ({ options, on = taken }) => {
      const step = parsed(options);

      test.each(taken)(
        "on a %s it answers as it tells, twice the same, and changes nothing of what it was given",
        async (data) => {
          const before = digestOfArtifact(whole[data]);
          const answer = await answerOf(step, whole[data]);
          if (!on.includes(data)) return expect(answer).toBeInstanceOf(FailureError);
          if (answer instanceof FailureError) throw answer;
          expectEffect(card.takes[data] as Effect, whole[data], answer);
          expect(digestOfArtifact(whole[data])).toBe(before);
          expect(digestOfArtifact((await runStep(step, whole[data], scope)) as Artifact)).toBe(digestOfArtifact(answer));
          return undefined;
        },
      );

      test.each(taken)("of a %s the rows that it tells of as those that stay are those that do", async (data) => {
        if (!on.includes(data)) return;
        let told: readonly number[] | null = null;
        const stay = (rows: ArrayLike<number>): void => void (told = Array.from(rows));
        const answer = await runStep(step, whole[data], { ...scope, stay });
        const thins = card.thinsTraining?.(step) === true;
        if (told === null) return expect(thins && countOf(answer) < countOf(whole[data])).toBe(false);
        const before = partOf(whole[data], told);
        expect(countOf(answer)).toBe(countOf(before));
        if (thins) expect(digestOfArtifact(answer)).toBe(digestOfArtifact(before));
      });

      test.each(taken)("of a %s without rows, and of one without values, it makes something or says why not", async (data) => {
        for (const given of [empty[data], missing[data]]) {
          const answer = await answerOf(step, given);
          if (answer instanceof FailureError) continue;
          expectEffect(card.takes[data] as Effect, given, answer);
          expect(digestOfArtifact(answer)).toMatch(/^[0-9a-f]{64}$/);
        }
      });

      test.each(taken)("of a %s it is carried over to fewer rows as its card tells", async (data) => {
        if (!on.includes(data) || card.freezes?.(step) === undefined) return undefined;
        const freezes = card.freezes(step);
        const { data: all, kept } = await doStep(step, whole[data], scope);
        // Of other cells that it reads it keeps what it needs, or has no form for new rows.
        expect(kept.freezes).toBe(readsCells(step) && !kept.fitted ? "whole" : freezes);
        if (freezes === "fitted") expect(kept.fitted).toBeDefined();
        if (kept.freezes === "whole") return undefined;
        const form = formOf(whole[data]);
        // As it is kept and read again.
        const chain = fittedChain.parse(JSON.parse(JSON.stringify({ takes: form, gives: formOf(all), steps: [kept] })));
        const again = await applyChain(chain, whole[data], alone);
        if (freezes === "training") return expect(digestOfArtifact(again)).toBe(digestOfArtifact(whole[data]));
        if (freezes === "together") {
          const some = partOf(whole[data], (row) => row % 2 === 0);
          const [applied, done] = [await applyChain(chain, some, scope), await doStep(step, some, scope)];
          expect(digestOfArtifact(applied)).toBe(digestOfArtifact(done.data));
          return expect(digestOfArtifact(again)).toBe(digestOfArtifact(all));
        }
        const across = card.crossFits?.(step) ?? null;
        if (across === null) expect(digestOfArtifact(again)).toBe(digestOfArtifact(all));
        else await expectNothingOfItself(step, whole[data], across);
        const rows = rowsOf(across === null ? all : again);
        for (const some of [partOf(whole[data], (row) => row % 2 === 0), partOf(whole[data], (row) => row === 0)])
          for (const row of rowsOf(await applyChain(chain, some, alone))) expect(rows).toContain(row);
        return undefined;
      });

      if (card.takes.assay && !cases.assay)
        test("a sparse matrix answers as the dense one does", async () => {
          const [dense, sparse] = [await answerOf(step, countsMatrix), await answerOf(step, sparseMatrix)];
          if (dense instanceof FailureError || sparse instanceof FailureError || dense.type !== "assay") {
            expect(sparse instanceof FailureError).toBe(dense instanceof FailureError);
            if (!(dense instanceof FailureError)) expect(digestOfArtifact(sparse as Table)).toBe(digestOfArtifact(dense));
            return;
          }
          expect(denseData(sparse as Assay)).toEqual(denseData(dense));
        });

      if (card.takes.table?.gives === "table" && on.includes("table"))
        test("columns that it tells without running, and those that hold sizes of groups, are there", async () => {
          const answer = await answerOf(step, whole.table as Table);
          if (answer instanceof FailureError || answer.type !== "table") throw new Error("a table was told");
          const names = answer.columns.map((column) => column.name);
          const before = (whole.table as Table).columns.map((column) => column.name);
          expect(names).toEqual(expect.arrayContaining([...(card.columnsAfter?.(step, before) ?? before)]));
          for (const groups of [null, { counts: ["n"], statistics: [] }]) {
            const after = card.groupsAfter ? card.groupsAfter(step, groups) : groups;
            expect(names).toEqual(expect.arrayContaining([...(after?.counts ?? [])]));
            // A size that it did not count itself is one that stood there before: written over, it is none.
            if (card.groupsAfter?.(step, null) || !groups) continue;
            const sizes = new Set(valuesOf(whole.table as Table, "n"));
            for (const name of after?.counts ?? [])
              for (const value of valuesOf(answer, name)) expect(sizes, name).toContain(value);
          }
        });
    });

    if (cases.bad?.length)
      test.each(cases.bad)("refuses $options", ({ options, says }) => {
        const result = stepSchema.safeParse({ ...options, verb });
        expect(result.success).toBe(false);
        if (!result.success) expect(z.prettifyError(result.error)).toMatch(says);
      });
  });
}

/** Whatever the row's own value of that column is, what is made of the row where it is learned from is the same. */
async function expectNothingOfItself(step: Step, data: Table | Assay, column: string): Promise<void> {
  if (data.type !== "table") throw new Error("a table was told");
  const cells = (made: Table | Assay, row: number): readonly Json[] =>
    made.type === "table"
      ? made.columns.filter(({ name }) => name !== column).map((each) => [each.name, cellJson(each, row)])
      : [];
  const all = (await doStep(step, data, scope)).data;
  for (let row = 0; row < data.rowCount; row++) {
    const places = Array.from({ length: data.rowCount }, (_, at) => (at === row ? (row + 1) % data.rowCount : at));
    const other = data.columns.map((each) => (each.name === column ? takeColumnRows(each, places) : each));
    const { data: made } = await doStep(step, { ...data, columns: other }, scope);
    expect(cells(made, row)).toEqual(cells(all, row));
  }
}

const isArtifact = (found: Json | Artifact | undefined): found is Artifact =>
  typeof found === "object" && found !== null && "type" in found;

/** Whether another cell's data are among its options. */
const readsCells = (step: Step): boolean => refsInSpec(step as Json).some(({ ref }) => isArtifact(otherCells[ref.ref]));

const countOf = (data: Table | Assay): number => (data.type === "table" ? data.rowCount : data.sampleCount);

/** Some rows of a table, or samples of a matrix. */
function partOf(data: Table | Assay, isIn: readonly number[] | ((row: number) => boolean)): Table | Assay {
  const rows =
    typeof isIn === "function" ? Int32Array.from({ length: countOf(data) }, (_, row) => row).filter(isIn) : Int32Array.from(isIn);
  return data.type === "table" ? takeRows(data, rows) : takeSamples(data, rows);
}

/** Each row of a table, of a matrix each sample with its values, as a text. */
function rowsOf(data: Table | Assay): readonly string[] {
  const table = data.type === "table" ? data : data.samples;
  const cells = (row: number): readonly Json[] => table.columns.map((column) => [column.name, cellJson(column, row)]);
  if (data.type === "table") return Array.from({ length: data.rowCount }, (_, row) => JSON.stringify(cells(row)));
  const values = denseData(data);
  const ids = data.features.columns[0] as Column;
  return Array.from({ length: data.sampleCount }, (_, sample) =>
    JSON.stringify([
      cells(sample),
      Array.from({ length: data.featureCount }, (__, feature) => [
        cellJson(ids, feature),
        String(values[feature * data.sampleCount + sample]),
      ]),
    ]),
  );
}

/** Whether an option holds a formula; that of a design names columns and computes nothing of a row. */
const bareText = (schema: JsonObject): boolean =>
  schemaFields(schema).some(([path, field]) => /\.(?:formula|where)$/.test(path) && field["format"] !== "model-formula");
