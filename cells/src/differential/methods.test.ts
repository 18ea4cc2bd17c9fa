// The contract that every method of differential expression keeps; its numbers are held to R in tests of its own.

import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { JsonObject } from "../base/json.ts";
import type { DifferentialLine } from "../contract/differential-method.ts";
import { withoutDefaults } from "../contract/without-defaults.ts";
import { differentialMethods, formOfMethod, methodNamed, methodOf } from "../differential-methods.ts";

const lines: readonly (readonly [string, DifferentialLine])[] = Object.entries(differentialMethods);

test("the folders are the list", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const own = folders.map(({ name }) => name).filter((name) => name !== "parts");
  expect(own.sort()).toEqual(lines.map(([name]) => name).sort());
});

describe.each(lines)("the method %s keeps the contract", (type, { method, work, Form }) => {
  test("its settings are strict, whole by default, and say what they are", () => {
    expect(method.name).toBe(type);
    expect(methodNamed(type)).toBe(method);
    const options = method.schema.parse({ type }) as JsonObject;
    expect(withoutDefaults(method.schema, options)).toEqual({ type });
    expect(method.schema.safeParse({ type, noSuchSetting: 1 }).success).toBe(false);
    const { properties } = z.toJSONSchema(method.schema, { io: "input" }) as { properties: { [name: string]: JsonObject } };
    for (const [name, field] of Object.entries(properties)) {
      expect(field["title"], name).toBeTruthy();
      expect(field["description"], name).toBeTruthy();
    }
    // Whoever has settings has a form of them.
    expect(Form !== undefined).toBe(Object.keys(properties).length > 1);
    expect(formOfMethod({ type })).toBe(Form);
  });

  test.each(["en", "ru"] as const)("it says what it is (%s), and its line is no bare key", (locale) => {
    const card = methodOf({ type });
    for (const key of ["title", "does", "line"] as const) expect(card.words.say(key, {}, locale)).not.toContain(card.words.area);
  });

  test("it says the call of R, for groups and for coefficients by weight", async () => {
    const { work: loaded } = await work();
    const options = method.schema.parse({ type }) as { readonly type: string };
    const asked = {
      formula: "~ time",
      factors: [{ name: "time", levels: ["Day8", "Day0"] }],
      block: null,
      weights: [0, 1],
      together: null,
      without: null,
      shrink: null,
      hasLengths: false,
      leftOut: [],
      alpha: 0.05,
      least: 0,
    };
    expect(loaded.inR(options, { ...asked, groups: 'c("time", "Day8", "Day0")' }).join("\n")).toContain("~ time");
    // R would sort the groups, and compare with another one.
    expect(loaded.inR(options, { ...asked, groups: null })[0]).toBe(
      'sheet$time <- factor(sheet$time, levels = c("Day8", "Day0"))',
    );
  });
});

test("a method of another release is none of these", () => {
  expect(methodNamed("edger")).toBeNull();
});
