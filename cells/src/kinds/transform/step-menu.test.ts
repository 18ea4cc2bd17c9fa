// The menu of steps: sections, and what is found of what is typed.

import { describe, expect, test } from "vitest";
import { stepData } from "../../contract/step.ts";
import { locales } from "../../messages/locale.ts";
import { listedSteps, stepsFor } from "../../steps.ts";
import { stepsFound } from "./StepMenu.tsx";

describe.each(stepData)("on a %s", (on) => {
  test.each(locales)("all steps stand in sections, each once, in %s", (locale) => {
    const found = stepsFound(on, "", locale);
    expect(found.map(({ value }) => value).toSorted()).toEqual(
      stepsFor(on)
        .map(({ step }) => step.name)
        .toSorted(),
    );
    const headings = found.map(({ heading }) => heading);
    expect(headings.filter((heading, at) => heading !== headings[at - 1])).toHaveLength(new Set(headings).size);
  });
});

const firstOf = (text: string, locale: "en" | "ru" = "en", on: "table" | "assay" = "table") =>
  stepsFound(on, text, locale)[0]?.value;
test("what is typed is found by its title first, then by what it does and is called elsewhere", () => {
  expect(firstOf("outl")).toBe("outliers");
  expect(firstOf("Outl", "en", "assay")).toBe("outlying-samples");
  expect(firstOf("winsorize")).toBe("outliers");
  expect(firstOf("tmm", "en", "assay")).toBe("size-factors");
  expect(firstOf("one-hot")).toBe("encode");
  expect(firstOf("выброс", "ru")).toBe("outliers");
  for (const { step } of listedSteps)
    for (const on of stepData) if (step.takes[on]) expect(firstOf(step.words.say("title", {}, "en"), "en", on)).toBe(step.name);
  expect(stepsFound("table", "no such step", "en")).toEqual([]);
});
