// How states are told.

import { expect, test } from "vitest";
import { words } from "../words/words.ts";
import { stateWord, type StateName } from "./cell-state.ts";
import { signs } from "./StateSign.tsx";

test("S-1: every state has a sign and words in both languages; none is told by its colour alone", () => {
  const states = Object.keys(signs) as StateName[];
  expect(states).toHaveLength(15);
  for (const state of states) {
    expect(signs[state]).not.toBe("");
    for (const locale of ["en", "ru"] as const)
      expect(words[locale][stateWord(state)], `${state}, ${locale}`).toMatch(/\p{L}{2}/u);
  }
});

test("a cell that shows rows waits for no release: it says that its rows are closed", () => {
  expect(stateWord("unreleased", "transform")).toBe("state-rows-closed");
  expect(stateWord("unreleased", "chart")).toBe("state-unreleased");
  expect(stateWord("fresh", "transform")).toBe("state-fresh");
});
