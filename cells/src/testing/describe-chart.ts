// The contract that every chart family keeps, as a test suite: it is drawn from rows of persons, from none, from one, from
// a hundred groups, with names that are code, with zeros on a logarithmic axis and with gaps. For tests only.

import { describe, expect, test } from "vitest";
import { z } from "zod";
import { identifies } from "../artifacts/semantics.ts";
import type { Artifact, Figure, Table } from "../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import type { Failure } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import { isCellRef } from "../base/refs.ts";
import type { FamilyName } from "../charts.ts";
import type { ChartLine } from "../contract/chart.ts";
import type { Behind, ColumnMeaning } from "../contract/disclosure.ts";
import type { ExecuteContext } from "../contract/execute.ts";
import { plotlyTraceOf } from "../contract/plotly-traces.ts";
import { identityOf } from "../contract/identity.ts";
import { keySpec } from "../contract/result-key.ts";
import { execute } from "../kinds/chart/execute.ts";
import { chart, type ChartSpec } from "../kinds/chart/spec.ts";
import { failureSentence } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { figureWords } from "../ui/figure-words.ts";
import { aCell } from "./describe-kind.ts";

export interface ChartCases {
  /** How it draws `persons`: the groups are in `group` and `other`, numbers in `value` and `weight`. */
  readonly draws: JsonObject;
  /** Its own settings in that drawing, and others that are worth a try. */
  readonly options?: JsonObject;
  readonly examples?: readonly JsonObject[];
  /** The axis that `value` or `weight` are on; null where it has no logarithmic one. */
  readonly log: "logX" | "logY" | null;
  /** It draws no groups as such, however many values a column has. Absent: it does. */
  readonly groups?: false;
  /** Of fewer rows it is refused with a sentence. Absent: one is enough. */
  readonly fewest?: number;
  /** What says that a value is missing. Absent: that rows are left out. */
  readonly missing?: string;
  /** What stands behind the marks of thirty persons in three groups. Sizes are checked against the rows. */
  readonly tells: Omit<Extract<Behind, { of: "groups" }>, "sizes"> | Exclude<Behind, { of: "groups" }>;
}

interface Persons {
  readonly rows: number;
  readonly groups?: number;
  readonly name?: (group: number) => string;
  readonly number?: (row: number) => number | null;
  readonly column?: string;
}

/** Ids, two groupings and two numbers; the first group is `row % groups === 0`. */
function persons({ rows, groups = 3, name = (n) => `g${n}`, number = (row) => row + 1, column = "value" }: Persons): Table {
  const at = Array.from({ length: rows }, (_, row) => row);
  return tableOf(
    textColumn(
      "id",
      at.map((row) => `person ${row}`),
      { semantic: "identifier" },
    ),
    textColumn(
      "group",
      at.map((row) => name(row % groups)),
      { semantic: "category" },
    ),
    textColumn(
      "other",
      at.map((row) => (row % 2 ? "odd" : "even")),
    ),
    numberColumn(column, at.map(number)),
    numberColumn("weight", at.map(number)),
  );
}

const meaningsOf = (table: Table): readonly ColumnMeaning[] =>
  table.columns.map(({ name, semantic }) => ({ name, ...(semantic ? { semantic } : {}) }));

export function describeChart(name: FamilyName, line: ChartLine, cases: ChartCases): void {
  const { family } = line;
  const specOf = (more: JsonObject = {}): ChartSpec => {
    const { chart: options, ...fields } = more;
    return chart.schema.parse({
      from: aCell(),
      ...cases.draws,
      chart: { type: name, ...cases.options, ...(options as JsonObject | undefined) },
      ...fields,
    });
  };
  const answer = (data: Artifact, spec: ChartSpec) =>
    execute(spec, {
      input: () => data,
      valueOf: (value: unknown) => (isCellRef(value) ? null : value),
    } as unknown as ExecuteContext);
  const drawn = async (data: Artifact, more: JsonObject = {}): Promise<{ readonly out: Figure; readonly data: Table }> => {
    const result = await answer(data, specOf(more));
    if (!result.ok) throw new Error(failureSentence(result.error, "en"));
    const found = result.value as unknown as { out: Figure; data: Table };
    for (const trace of found.out.data) expect(family.traces).toContain(plotlyTraceOf(trace));
    return found;
  };
  const refused = async (data: Artifact, more: JsonObject = {}): Promise<Failure> => {
    const result = await answer(data, specOf(more));
    if (result.ok) throw new Error("It was drawn.");
    return result.error;
  };
  const notesOf = (figure: Figure): readonly string[] =>
    ((figure.layout["meta"] as JsonObject)["notes"] as readonly JsonObject[]).map((note) => String(note["key"]));

  describe(`the chart family ${name} keeps the contract`, () => {
    test("is called what the list calls it, and its identity is that of its charts", () => {
      expect([family.axis, family.name]).toEqual(["chart", name]);
      expect(identityOf(chart, specOf()).variants).toEqual({ [`chart/${name}`]: family.version });
    });

    test("says itself in both languages: in menus, in the head of a cell, in its words", () => {
      for (const locale of locales) {
        const menu = family.menu?.words(locale);
        const told = family.say(specOf(), { locale, noun: "gene", name: (field) => field.toUpperCase() });
        for (const said of [family.title(locale), family.shape(locale), told, ...(menu ? Object.values(menu) : [])])
          expect(said).toMatch(/^[^.{}]*\p{L}[^.{}]*$/u);
      }
      expect(family.title("en")).not.toBe(family.title("ru"));
    });

    test("each of its settings has a title, a description and a default that leaves no trace in a key", () => {
      const schema = z.toJSONSchema(family.schema, { io: "input", unrepresentable: "any" }) as JsonObject;
      const settings = Object.entries(schema["properties"] as { readonly [name: string]: JsonObject });
      expect(settings.filter(([, setting]) => !setting["title"] || !setting["description"])).toEqual([]);
      const bare = chart.schema.parse({ chart: { type: name } });
      expect(Object.keys(bare.chart).sort()).toEqual(settings.map(([setting]) => setting).sort());
      const keyed = keySpec(chart as never, bare as never);
      expect(keyed).toEqual(chart.empty["chart"] && isUsual(bare) ? {} : { chart: { type: name } });
    });

    test("settings of its own have a form, which loads", async () => {
      const own = Object.keys(chart.schema.parse({ chart: { type: name } }).chart).length > 1;
      expect(line.Options !== undefined).toBe(own);
      if (line.Options) expect(typeof (await line.Options()).Options).toBe("function");
    });

    test.each([{}, ...(cases.examples ?? [])])("draws thirty persons, with %j", async (options) => {
      const found = await drawn(persons({ rows: 30 }), { chart: options });
      expect(found.out.marks).toBeGreaterThan(0);
      expect(found.data.rowCount).toBeGreaterThan(0);
    });

    test("no rows are a sentence with what to do", async () => {
      expect((await refused(persons({ rows: 0 }))).reason).toBe("chart.no-rows");
    });

    test("the fewest rows are drawn, and one less is a sentence", async () => {
      const { fewest = 1 } = cases;
      expect((await drawn(persons({ rows: fewest }))).out.marks).toBeGreaterThan(0);
      expect((await refused(persons({ rows: fewest - 1 }))).reason).toMatch(/^chart/);
    });

    const groupsTold = cases.groups === false ? [] : [{ groups: 100, most: 12 }];
    test.each(groupsTold)("of a hundred groups the largest are drawn, and that the rest is together is said", async () => {
      const { out } = await drawn(persons({ rows: 400, groups: 100 }), { groups: 12 });
      expect(JSON.stringify(out)).toMatch(/\d+ other groups/);
      const names = new Set(
        [...JSON.stringify({ ...out, layout: { ...out.layout, meta: null }, alt: "" }).matchAll(/"g\d+"/g)].map(String),
      );
      expect(names.size).toBeLessThanOrEqual(12);
    });

    test("names that are code come out as plain text", async () => {
      const data = persons({ rows: 30, name: (n) => `<img src=x onerror=alert(${n})>%{y}`, column: "<b>value</b>" });
      const renamed = Object.fromEntries(
        Object.entries(cases.draws).map(([field, value]) => [field, value === "value" ? "<b>value</b>" : value]),
      );
      const { out } = await drawn(data, { ...renamed, title: "<i>title</i>" });
      expect(JSON.stringify({ data: out.data.map(withoutMeta), layout: withoutMeta(out.layout) })).not.toMatch(
        /<img|<b>|<i>|onerror[^)]*\)>%\{y\}/,
      );
      expect(out.layout["title"]).toEqual({ text: "&lt;i&gt;title&lt;/i&gt;" });
      expect(out.alt).toContain("<b>value</b>");
    });

    test("has a text alternative and notes in both languages", async () => {
      const { out } = await drawn(persons({ rows: 30, number: (row) => (row === 4 ? null : row + 1) }));
      const [en, ru] = locales.map((locale) => figureWords(out, locale));
      for (const said of [en, ru]) {
        expect(said?.alt).toMatch(/\p{L}.*\./u);
        for (const sentence of [said?.alt, ...(said?.notes ?? [])]) expect(sentence).not.toMatch(/\{\w|^chart[\w-]*\.|undefined/);
      }
      expect(ru?.alt).toMatch(/\p{Script=Cyrillic}/u);
      expect(en?.alt).toBe(out.alt);
    });

    test("values that are missing are said", async () => {
      const { out } = await drawn(persons({ rows: 30, number: (row) => (row === 4 ? null : row + 1) }));
      expect(notesOf(out)).toContain(cases.missing ?? "chart.note-missing");
    });

    if (cases.log) {
      const log = { [cases.log]: true };
      test("zeros on a logarithmic axis are left out and said; where all are, it is refused with a fix", async () => {
        expect(family.logs).toContain(cases.log);
        const some = await drawn(persons({ rows: 30, number: (row) => (row % 3 === 0 ? 0 : row) }), log);
        expect(notesOf(some.out).join()).toMatch(/chart\.note-log/);
        const none = await refused(persons({ rows: 30, number: () => 0 }), log);
        expect([none.reason, none.fix]).toEqual(["chart.log-of-nothing", { path: [cases.log], value: false }]);
      });
    } else test("has no logarithmic axis", () => expect(family.logs).toEqual([]));

    if (family.panels) {
      test("a panel for each group of a column, and whose panel it is tells persons apart where the column does", async () => {
        const data = persons({ rows: 30 });
        const { out } = await drawn(data, { facet: "other" });
        expect(new Set(out.data.map((trace) => trace["xaxis"]))).toEqual(new Set(["x", "x2"]));
        expect(figureWords(out, "ru").alt).toMatch(/^Панели/);
        const spec = specOf({ facet: "id" });
        const told = family.discloses({ spec, port: "out", artifact: out, columns: meaningsOf(data), valueOf: () => undefined });
        expect(told?.identifying).toEqual(["id"]);
      });
    } else
      test("panels that were chosen and are none are said", async () => {
        const { out } = await drawn(persons({ rows: 30 }), { facet: "other" });
        expect(notesOf(out)).toContain("chart.note-not-drawn");
      });

    describe("discloses", () => {
      const data = persons({ rows: 30 });
      const ask = async (
        port: "out" | "data",
        more: JsonObject = {},
        columns: readonly ColumnMeaning[] | null = meaningsOf(data),
      ) => {
        const spec = specOf(more);
        return family.discloses({ spec, port, artifact: (await drawn(data, more))[port], columns, valueOf: () => undefined });
      };

      test("what stands behind the marks of its figure, and of the table of what is drawn", async () => {
        const [out, table] = [await ask("out"), await ask("data")];
        expect(out?.identifying).toEqual([]);
        expect(table?.identifying).toEqual([]);
        expect(out?.behind).toMatchObject(cases.tells);
        for (const told of [out?.behind, table?.behind]) {
          if (cases.tells.of === "groups" && told?.of === "groups") expect(told.sizes.reduce((a, b) => a + b, 0)).toBe(30);
          else expect(told?.of).not.toBe("nobody");
        }
      });

      test("the same of persons, whatever their columns are called: a gene among them opens nothing", async () => {
        const genes = [...meaningsOf(data), { name: "symbol", semantic: "gene" as const }];
        for (const port of ["out", "data"] as const) {
          const told = (await ask(port, {}, genes))?.behind;
          expect(told).toEqual((await ask(port, {}, meaningsOf(data)))?.behind);
          expect(told?.of).not.toBe("nobody");
        }
      });

      const [first] = family.uses;
      test.each(first ? [first.field] : [])(
        "any of the columns that tell persons apart where it is not known which one a parameter names for %s",
        async (field) => {
          const spec = { ...specOf(), [field]: aCell("parameter") } as unknown as ChartSpec;
          const artifact = (await drawn(data)).out;
          expect(
            family.discloses({ spec, port: "out", artifact, columns: meaningsOf(data), valueOf: () => undefined })?.identifying,
          ).toEqual(
            meaningsOf(data)
              .filter(identifies)
              .map(({ name }) => name),
          );
        },
      );

      test.each(family.uses.map(({ field }) => field))("that %s tells persons apart where it is an identifier", async (field) => {
        const spec = { ...specOf(), [field]: "id" } as ChartSpec;
        const artifact = (await drawn(data)).out;
        const told = family.discloses({ spec, port: "out", artifact, columns: meaningsOf(data), valueOf: () => undefined });
        expect(told?.identifying).toEqual(["id"]);
      });

      test("names of persons only with labels on, and no more once they are taken out for readers", async () => {
        const spec = specOf({ labels: true });
        const { out } = await drawn(data, { labels: true });
        const shown = JSON.stringify(out).includes("person ");
        const told = await ask("out", { labels: true });
        expect(told?.identifying).toEqual(shown ? ["id"] : []);
        const cleaned = family.withoutNames(out, spec);
        expect(JSON.stringify(cleaned)).not.toMatch(/person |%\{text\}/);
        const after = family.discloses({
          spec,
          port: "out",
          artifact: cleaned,
          columns: meaningsOf(data),
          valueOf: () => undefined,
        });
        expect(after?.identifying).toEqual([]);
        expect(JSON.stringify((await drawn(data)).out)).not.toContain("person ");
      });
    });
  });
}

const isUsual = (spec: ChartSpec): boolean => JSON.stringify(spec.chart) === JSON.stringify(chart.empty["chart"]);

const withoutMeta = ({ meta: _meta, ...rest }: JsonObject): JsonObject => rest;
