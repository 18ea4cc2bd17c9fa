// Every report of the list keeps the contract, and every folder is in the list.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { ReportCard } from "../contract/report.ts";
import { type ReportName, reports } from "../reports.ts";
import { exampleReports } from "../testing/example-artifacts.ts";

const listed = Object.entries(reports) as (readonly [ReportName, ReportCard])[];

test("the folders are the list", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual(listed.map(([name]) => name).sort());
});

test("every report of the list reads its example, and says what it tells of individuals", () => {
  for (const [name, card] of listed) {
    const body = card.schema.parse(exampleReports[name]);
    expect(card.discloses(body), name).not.toBeNull();
  }
});

test("every report of the list is called by its name in both languages, and refuses a body that is none", () => {
  for (const [name, card] of Object.entries(reports)) {
    expect(card.name).toBe(name);
    expect(card.words.say("title", {}, "en")).not.toBe(card.words.key("title"));
    expect(card.words.say("title", {}, "ru")).not.toBe(card.words.say("title", {}, "en"));
    expect(card.schema.safeParse({}).success).toBe(false);
  }
});
