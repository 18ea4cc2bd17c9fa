// What a run needs against what a kernel has: the claim's SQL and the rule in TypeScript answer alike.

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type KernelOffer, type Needs, shortagesOf, shortagesOfAll } from "@genomecraft/cells/base/needs.ts";
import type { OpenDatabase } from "../database.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { hasAllNeeded } from "./kernel-fit.ts";

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database.close());

const bare: KernelOffer = { memory: 1e9, gpus: 0, software: [], lab: null, site: "" };
const offers: readonly KernelOffer[] = [
  bare,
  { ...bare, memory: 8e9 },
  { ...bare, gpus: 2 },
  { ...bare, software: ["plink2"] },
  { ...bare, software: ["bcftools", "plink2", "with \"quotes\" and 'more'"] },
  { ...bare, lab: "lab_a" },
  { ...bare, lab: "lab_b", site: "Turku" },
  { memory: 8e9, gpus: 2, software: ["plink2"], lab: "lab_a", site: "Turku" },
];
const needs: readonly Needs[] = [
  {},
  { memory: 1e9 },
  { memory: 1e9 + 1 },
  { gpu: 1 },
  { gpu: 3 },
  { software: [] },
  { software: ["plink2"] },
  { software: ["plink2", "bcftools"] },
  { software: ["with \"quotes\" and 'more'"] },
  { software: ["plink"] },
  { lab: "lab_a" },
  { lab: "lab_c" },
  { site: "Turku" },
  { memory: 4e9, gpu: 1, software: ["plink2"], lab: "lab_a", site: "Turku" },
];

test("R-13: the claim gives a run to a kernel exactly if that lacks nothing of what the run needs", async () => {
  for (const offer of offers) {
    const { rows } = await database.db.execute<{ fits: boolean }>(sql`
      select ${hasAllNeeded(offer)} as fits from jsonb_array_elements(${JSON.stringify(needs)}::jsonb) with ordinality as r(needs, n) order by n`);
    expect(rows.map(({ fits }) => fits)).toEqual(needs.map((need) => shortagesOf(need, offer).length === 0));
  }
});

test("what is lacking is the one thing that everybody lacks, else all that is needed", () => {
  const all: Needs = { gpu: 1, software: ["plink2"] };
  const lacking = (...of: readonly KernelOffer[]) => shortagesOfAll(all, of);
  const withGpu = { ...bare, gpus: 1 };
  const withProgram = { ...bare, software: ["plink2"] };
  expect(lacking(withGpu)).toEqual([{ what: "software", names: ["plink2"] }]);
  expect(lacking(withProgram, bare)).toEqual([{ what: "gpu", count: 1 }]);
  expect(lacking(withGpu, withProgram).map(({ what }) => what)).toEqual(["gpu", "software"]);
  expect(lacking(bare).map(({ what }) => what)).toEqual(["gpu", "software"]);
  expect(lacking(bare, { ...withGpu, software: ["plink2"] })).toEqual([]);
});
