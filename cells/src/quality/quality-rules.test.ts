// Every rule of the list keeps the contract, and every folder is in the list.

import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { MessageKey } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import { type Assay, type Column, missingByte as n, type Table } from "../artifacts/artifact.ts";
import { assayOf } from "../artifacts/assay.ts";
import { digestOfArtifact } from "../artifacts/digest-of-artifact.ts";
import { booleanColumn, integerColumn, numberColumn, tableOf, takeRows, textColumn } from "../artifacts/table.ts";
import { message } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { listedRules, qualityRules } from "../quality-rules.ts";
import { countsMatrix, sitesMatrix, sparseMatrix } from "../testing/step-data.ts";
import { askRule, askRuleOfTable } from "./parts/ask-rule.ts";
import { qualityData } from "./parts/quality-data.ts";
import { tableData } from "./parts/table-data.ts";

test("the folders are the list", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(
    folders
      .map(({ name }) => name)
      .filter((name) => name !== "parts")
      .sort(),
  ).toEqual(Object.keys(qualityRules).sort());
});

const nothing: Assay = { ...countsMatrix, values: { layout: "dense", data: new Float32Array(12).fill(Number.NaN) } };
const noCounts: Assay = { ...countsMatrix, values: { layout: "dense", data: new Float32Array(12) } };
const oneSample: Assay = {
  ...countsMatrix,
  sampleCount: 1,
  samples: takeRows(countsMatrix.samples, [0]),
  values: { layout: "dense", data: Float32Array.of(10, 0, 90, 10) },
};
const { layers: _layers, ...bare } = oneSample;
/** Sites of eight samples: each is called of some, and one of none; alleles are of all kinds. */
const genotypes: Assay = assayOf({
  values: {
    layout: "bytes",
    data: Int8Array.from([[0, 1, 2, 1, 0, 0, n, 2], [2, 1, 0, 1, 0, n, n, 1], Array(8).fill(n), Array(8).fill(0)].flat()),
  },
  features: tableOf(
    textColumn("site", ["1:5:A:G", "1:9:G:T", "X:1:A:AG", "2:3:C:T"]),
    textColumn("chromosome", ["1", "1", null, "chr2"], { semantic: "chromosome" }),
    textColumn("ref", ["A", "G", "A", null], { semantic: "allele" }),
    textColumn("alt", ["G", "T", "AG", "T"], { semantic: "allele" }),
  ),
  samples: tableOf(textColumn("sample", [..."abcdefgh"]), textColumn("group", ["x", "x", "x", "x", "y", "y", "y", null])),
  scale: "dosage",
  featureNoun: "site",
});
const noGenotypes: Assay = { ...genotypes, values: { layout: "bytes", data: new Int8Array(32).fill(n) } };
const imputed: Assay = {
  ...genotypes,
  values: { layout: "dense", data: Float32Array.from({ length: 32 }, (_, at) => (at % 21) / 10) },
};
const onePerson: Assay = {
  ...genotypes,
  sampleCount: 1,
  samples: takeRows(genotypes.samples, [0]),
  values: { layout: "bytes", data: Int8Array.of(0, 1, n, 2) },
};
const ofExpression = { countsMatrix, sparseMatrix, nothing, noCounts, oneSample: bare };
const ofGenotypes = { sitesMatrix, genotypes, noGenotypes, imputed, onePerson };
const matrices = { ...ofExpression, ...ofGenotypes };
const odd: Table = tableOf(
  textColumn("patient", ["p1", "p1", null, "p3", "p4", "p5"], { semantic: "patient" }),
  textColumn("a `b` = 1", ["CTRL", "ctrl", "", "x", null, "y"]),
  numberColumn("only gaps", Array<null>(6).fill(null)),
  numberColumn("far", [1, 2, 1e308, -Infinity, Infinity, null]),
  integerColumn("age", [31, 40, -9, -9, 999, 50]),
  booleanColumn("flag", [true, true, true, null, true, true]),
  textColumn("day", ["2026-01-01", "no day", null, "2026-01-03", "", "2026-01-04"], { semantic: "date" }),
);
const tables: { readonly [name: string]: Table } = {
  odd,
  oneRow: takeRows(odd, [0]),
  oneColumn: tableOf(numberColumn("x", [1, 1, 1])),
  sameRows: takeRows(odd, [1, 1, 1, 1]),
};

describe.each(listedRules)("the rule $rule.name keeps the contract", (listed) => {
  const { rule } = listed;

  test("it is called what the list calls it, and says what it does in both languages", () => {
    expect(Object.keys(qualityRules)).toContain(rule.name);
    expect(rule.axis).toBe("quality");
    expect(rule.version).toBeGreaterThanOrEqual(1);
    for (const key of ["title", "does"] as const) {
      const [en, ru] = locales.map((locale) => rule.words.say(key, {}, locale));
      expect(en).not.toBe(ru);
      expect(en?.trim()).not.toBe("");
    }
  });

  test("each threshold has a default, a title, a description and a name on the screen; unknown ones are refused", () => {
    const { properties = {} } = z.toJSONSchema(rule.settings, { io: "input" });
    for (const [field, schema] of Object.entries(properties)) {
      expect(schema, field).toMatchObject({ title: expect.any(String), description: expect.any(String) });
      for (const locale of locales) expect(message(rule.labels[field] ?? rule.words.key("title"), {}, locale)).not.toMatch(/\./);
    }
    expect(Object.keys(rule.labels).sort()).toEqual(Object.keys(properties).sort());
    expect(Object.keys(rule.settings.parse({})).sort()).toEqual(Object.keys(properties).sort());
    expect(rule.settings.safeParse({ noSuchThreshold: 1 }).success).toBe(false);
  });

  const isOfTable = rule.of === "table";
  const sound = (sentences: readonly { key: MessageKey; params: JsonObject }[]): void => {
    for (const { key, params } of sentences)
      for (const locale of locales) expect(message(key, params, locale)).not.toMatch(/undefined|NaN|\{[\w-]+[|}]|^quality-/);
  };

  test.each(isOfTable ? Object.entries(tables) : [])(
    "of the table %s it judges, or says in words why it has nothing to say (T-2)",
    async (_name, table) => {
      const before = digestOfArtifact(table);
      const named = (name: string): Column | null => table.columns.find((column) => column.name === name) ?? null;
      for (const columns of [
        { outcome: null, group: null, batch: null },
        { outcome: named("age"), group: named("a `b` = 1"), batch: named("flag") },
        { outcome: named("only gaps"), group: named("only gaps"), batch: named("only gaps") },
      ]) {
        const answer = await askRuleOfTable(listed, tableData(table, columns), rule.settings.parse({}));
        sound("lacks" in answer ? [answer.lacks] : answer.verdicts.map(({ says }) => says));
        if ("lacks" in answer) continue;
        for (const { values } of answer.measures) expect(values).toHaveLength(table.columns.length);
        for (const { columns: places, rows = [] } of answer.verdicts) {
          for (const place of places) expect(place).toBeLessThan(table.columns.length);
          for (const row of rows) expect(row).toBeLessThan(table.rowCount);
        }
      }
      expect(digestOfArtifact(table)).toBe(before);
    },
  );

  test.each(isOfTable ? [] : Object.entries(matrices))(
    "of %s it judges, or says in words why it has nothing to say (T-2)",
    async (_name, assay) => {
      const [, group = null] = assay.samples.columns;
      const before = digestOfArtifact(assay);
      for (const columns of [
        { sex: null, group: null, batch: null },
        { sex: group, group, batch: group },
      ]) {
        const answer = await askRule(listed, qualityData(assay, columns), rule.settings.parse({}));
        const said = "lacks" in answer ? [answer.lacks] : answer.verdicts.map(({ says }) => says);
        sound(said);
        if ("lacks" in answer) continue;
        for (const { values } of answer.measures) expect(values).toHaveLength(assay.sampleCount);
        for (const { samples } of answer.verdicts) for (const sample of samples) expect(sample).toBeLessThan(assay.sampleCount);
      }
      expect(digestOfArtifact(assay)).toBe(before);
    },
  );

  test("of data that are none of its it says so", async () => {
    const none = { lacks: { key: `quality-thresholds.of-${rule.of}`, params: {} } };
    if (!isOfTable)
      expect(
        await askRuleOfTable(listed, tableData(odd, { outcome: null, group: null, batch: null }), rule.settings.parse({})),
      ).toEqual(none);
    const others = rule.of === "expression" ? ofGenotypes : ofExpression;
    for (const assay of Object.values(others)) {
      const data = qualityData(assay, { sex: null, group: null, batch: null });
      expect(await askRule(listed, data, rule.settings.parse({}))).toEqual(none);
    }
  });
});
