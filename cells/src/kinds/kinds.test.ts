// Every kind of the list keeps the contract, with the cases of its folder; one without any fails here.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { kinds, type KindName } from "../kinds.ts";
import { executors } from "../executors.ts";
import { inlineExecutors } from "../inline-executors.ts";
import { kindCards } from "../kind-cards.ts";
import { describeKind, type KindCases } from "../testing/describe-kind.ts";
import type { Kind } from "../contract/kind.ts";

test("each has an executor, and is called what the list calls it", () => {
  expect(Object.keys(executors).sort()).toEqual(Object.keys(kinds).sort());
  for (const [name, kind] of Object.entries(kinds)) expect(kind.kind).toBe(name);
});

test("those that answer at once have an executor that does", () => {
  const inline = Object.values(kinds).flatMap(({ place, kind }) => (place === "inline" ? [kind] : []));
  expect(Object.keys(inlineExecutors).sort()).toEqual(inline.sort());
});

test("each has a card of its name, and they stand in one order", () => {
  expect(Object.keys(kindCards)).toEqual(Object.keys(kinds));
  for (const [name, card] of Object.entries(kindCards)) expect(card.kind).toBe(name);
});

test("the folders are the list", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual(Object.keys(kinds).sort());
});

for (const [name, kind] of Object.entries(kinds)) {
  const { cases } = (await import(`./${name}/cases.ts`)) as { readonly cases: KindCases<never> };
  describeKind(kind as Kind<never>, { ...cases, card: kindCards[name as KindName] });
}
