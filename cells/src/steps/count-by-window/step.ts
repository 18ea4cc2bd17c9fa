// count-by-window: the genome in windows of one size, and how many places lie in each, or how much of it they cover.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { name } from "../parts/fields.ts";
import { words } from "./words.ts";

export const measures = ["count", "covered"] as const;

export const countByWindow = defineStep({
  name: "count-by-window",
  version: 1,
  section: "combine",
  takes: { table: { gives: "table", rows: "any", columns: "any" } },
  options: {
    size: z.int().min(1).default(1_000_000).meta({ title: "Size", description: "Of a window, in base pairs" }),
    step: z.int().min(1).nullable().default(null).meta({
      title: "Every",
      description: "Base pairs from one window to the next; empty: its size, so that they do not overlap",
    }),
    lengths: cellRef().nullable().default(null).meta({
      title: "Lengths",
      description:
        "A cell that answers a table of chromosomes and their lengths (chrom.sizes); empty: those of the reference build, or up to the last place where none is known (said)",
    }),
    measure: z.enum(measures).default("count").meta({
      title: "Count",
      description: "count: places that overlap the window; covered: share of its bases that they cover together",
    }),
    column: name.default("count").meta({ title: "Column", description: "Of the numbers" }),
  },
  freezes: () => "whole",
  carries: "groups",
  groupsAfter: ({ measure, column }) =>
    measure === "count" ? { counts: [column], statistics: ["count"] } : { counts: [], statistics: ["value"] },
  words,
  labels: {
    size: words.key("size"),
    step: words.key("step"),
    lengths: words.key("lengths"),
    measure: words.key("measure"),
    column: words.key("column"),
  },
  ending: "windows",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  say: ({ measure, size }, { locale }) => words.say(`says-${measure}`, { size }, locale),
  columnsAfter: ({ column }) => ["chromosome", "start", "end", column],
});
