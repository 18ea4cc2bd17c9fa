// nearest: beside each place the nearest one of another table, or all whose surroundings hold it (the genes of a variant).

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { name } from "../parts/fields.ts";
import { words as sideWords } from "../parts/place-sides/words.ts";
import { lack } from "../parts/said.ts";
import { words } from "./words.ts";

export const takeRules = ["nearest", "window"] as const;
export const signRules = ["none", "reference", "here", "there"] as const;
export const sideRules = ["both", "upstream", "downstream"] as const;
export const tieRules = ["all", "first"] as const;

export const nearest = defineStep({
  name: "nearest",
  version: 1,
  section: "combine",
  takes: { table: { gives: "table", rows: "more", columns: "more" } },
  options: {
    with: cellRef().nullable().default(null).meta({ title: "With", description: "A cell that answers a table of places" }),
    take: z.enum(takeRules).default("nearest").meta({
      title: "Take",
      description:
        "nearest: as bedtools closest; window: all there that lie so that the place is in them, upstream or downstream of them, as bedtools window -sw of these",
    }),
    upstream: z
      .int()
      .min(0)
      .default(5000)
      .meta({ title: "Upstream", description: "Of take=window: base pairs before a place there, by its strand" }),
    downstream: z.int().min(0).default(1000).meta({ title: "Downstream", description: "Of take=window: base pairs behind it" }),
    within: z.int().min(0).nullable().default(null).meta({
      title: "Within",
      description: "Of take=nearest: what is farther than so many base pairs is none; empty: however far",
    }),
    ties: z.enum(tieRules).default("all").meta({
      title: "Equally near",
      description: "Of take=nearest: all of them, a row each; or the first in the other table",
    }),
    overlapping: z.enum(["count", "ignore"]).default("count").meta({
      title: "Overlapping",
      description: "Of take=nearest: what overlaps is nearest; ignore: what does not is looked for",
    }),
    sign: z.enum(signRules).default("none").meta({
      title: "Sign of distances",
      description:
        "none: no sign; reference: below 0 before the place; here: upstream by the strand of here; there: where here is upstream by the strand of there",
    }),
    side: z.enum(sideRules).default("both").meta({
      title: "Side",
      description: "Of take=nearest: both; upstream, downstream: what overlaps, and what lies there as the sign says",
    }),
    strand: z.enum(["any", "same", "opposite"]).default("any").meta({
      title: "Strand",
      description: "any: does not matter; same, opposite: both are known, and equal or not",
    }),
    chromosomes: z.enum(["exact", "alike"]).default("exact").meta({
      title: "Names of chromosomes",
      description: "exact: letter for letter; two ways of calling them are refused; alike: chr1 and 1 are the same",
    }),
    column: name
      .default("distance")
      .meta({ title: "Column of distances", description: "Its name; what overlaps is 0, neighbours 1" }),
  },
  // What a place is beside follows from the other table alone.
  freezes: () => "each",
  carries: "names",
  groupsAfter: () => null,
  words,
  labels: {
    with: formsWords.key("with"),
    take: words.key("take"),
    upstream: words.key("upstream"),
    downstream: words.key("downstream"),
    within: words.key("within"),
    ties: words.key("ties"),
    overlapping: words.key("overlapping"),
    sign: words.key("sign"),
    side: words.key("side"),
    strand: sideWords.key("strand"),
    chromosomes: sideWords.key("chromosomes"),
    column: words.key("column"),
  },
  ending: "nearest",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  lacks: (step, context) => (step.with === null ? lack("table", context) : null),
  say: (step, { locale, nameOf }) =>
    words.say(
      `says-${step.take}`,
      { with: step.with ? nameOf(step.with) : "", upstream: step.upstream, downstream: step.downstream },
      locale,
    ),
  columnsAfter: (step, before) => [...before, step.column],
});
