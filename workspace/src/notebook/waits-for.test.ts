// A cell that waits for another says for which, what is so there, and what helps.

import { expect, test } from "vitest";
import { words } from "../words/words.ts";
import type { StateName } from "./cell-state.ts";
import { signs } from "./StateSign.tsx";
import { waitsFor } from "./waits-for.ts";

test("whatever became of the other cell, the sentence names it, in both languages", () => {
  for (const state of [...(Object.keys(signs) as StateName[]), null]) {
    const { word } = waitsFor(state);
    for (const locale of ["en", "ru"] as const) expect(words[locale][word], `${state}, ${locale}`).toContain("{name}");
  }
});

test("what was not run, was stopped or is old is run by one click; elsewhere one goes there", () => {
  expect((["idle", "cancelled", "stale"] as const).map((state) => waitsFor(state).helps)).toEqual(["run", "run", "run"]);
  expect((["needs-input", "failed", "off", "running"] as const).map((state) => waitsFor(state).helps)).toEqual([
    "go",
    "go",
    "go",
    "go",
  ]);
});

test("what is closed is asked for where it is waited for: the sentence sends nobody elsewhere", () => {
  expect((["restricted", "unreleased"] as const).map((state) => waitsFor(state).helps)).toEqual(["ask-results", "ask-release"]);
  expect((["restricted", "unreleased"] as const).map((state) => waitsFor(state, true).helps)).toEqual(["ask-results", "go"]);
  for (const locale of ["en", "ru"] as const) expect(words[locale]["waits-for-closed"]).not.toMatch(/there|там/u);
});
