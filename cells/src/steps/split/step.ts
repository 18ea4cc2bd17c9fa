// split: says of each row (of a matrix, of each sample) whether it is learned from or kept aside.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { listed } from "../parts/said.ts";
import { words } from "./words.ts";

const share = (title: string, description: string, usual: number) =>
  z.number().min(0).max(1).default(usual).meta({ title, description });
const column = (title: string, description: string) => z.string().default("").meta({ title, description });

export const parts = ["train", "validation", "test"] as const;

export const split = defineStep({
  name: "split",
  version: 2,
  section: "rows",
  takes: {
    table: { gives: "table", rows: "same", columns: "more" },
    assay: { gives: "assay", rows: "same", columns: "same" },
  },
  options: {
    name: z.string().min(1).default("split").meta({
      title: "Name",
      description: "Of the new column, which says train, validation, test or unused; one of that name is replaced",
    }),
    test: share("Test", "Share of the rows that are kept aside for the end", 0.2),
    validation: share("Validation", "Share of the rows that are kept aside for choosing", 0),
    stratify: column("Stratify by", "Column whose values are to be in each part as they are in all; empty: none"),
    together: z
      .array(z.string().min(1))
      .default([])
      .meta({ title: "Keep together", description: "Columns (patient, lab) of which all rows with one value are in one part" }),
    after: column("Later rows are the test", "Column of times: the latest rows are the test; empty: by chance"),
    duplicates: z.boolean().default(true).meta({
      title: "Equal rows together",
      description: "Rows with the same values in all columns that are no identifiers are in one part",
    }),
    seed: z.number().int().default(1).meta({ title: "Seed", description: "Equal seeds split equal rows alike" }),
  },
  freezes: () => "training",
  words,
  labels: {
    stratify: words.key("stratify"),
    together: words.key("together"),
    after: words.key("after"),
    test: words.key("test"),
    validation: words.key("validation"),
  },
  ending: "split",
  menu: { group: "clean", order: 2, words: menuWords(words) },
  say({ test, validation, stratify, together, after, seed }, { locale }) {
    const percent = (value: number): number => Math.round(value * 1000) / 10;
    const how =
      after !== ""
        ? words.say("how-after", { column: after }, locale)
        : stratify !== ""
          ? words.say("how-stratified", { column: stratify, seed }, locale)
          : words.say("how-chance", { seed }, locale);
    const whole = together.length > 0 ? words.say("and-together", { columns: listed(together) }, locale) : "";
    return `${words.say("says", { test: percent(test), validation: percent(validation), rest: percent(Math.max(0, 1 - test - validation)) }, locale)} ${how}${whole}`;
  },
  columnsAfter: (step, before) => [...new Set([...before, step.name])],
  groupsAfter: (step, before) => before && { ...before, counts: before.counts.filter((name) => name !== step.name) },
});
