// join: adds the columns of another table where values are equal.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { pairs } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { words } from "./words.ts";

export const joinTypes = ["inner", "left", "full", "anti", "semi"] as const;

export const join = defineStep({
  name: "join",
  // 3: of chromosomes of two builds, or called in two ways, none is joined.
  version: 3,
  section: "combine",
  takes: { table: { gives: "table", rows: "any", columns: "more" } },
  options: {
    with: cellRef().nullable().default(null).meta({ title: "With", description: "A cell that answers a table" }),
    on: pairs("Pairs of columns that must be equal: {left: here, right: there}"),
    how: z.enum(joinTypes).default("left").meta({
      title: "Which rows",
      description: "inner: with a match; left: all of here; full: all of both; semi, anti: of here with, without a match",
    }),
  },
  carries: "names",
  words,
  labels: {
    with: formsWords.key("with"),
    on: formsWords.key("where-here"),
    left: formsWords.key("where-here"),
    right: formsWords.key("equals-there"),
  },
  ending: "joined",
  menu: { group: "clean", words: menuWords(words) },
  lacks: (step, context) => (step.with === null ? lack("table", context) : step.on.length === 0 ? lack("pairs", context) : null),
  say: (step, { locale, nameOf }) =>
    words.say(
      `says-${step.how}`,
      { with: step.with ? nameOf(step.with) : "", on: listed(step.on.map(({ left }) => left)) },
      locale,
    ),
  // One that is called as one of here gets a number; what the rows are joined by is there already.
  columnsAfter(step, before, columnsOf) {
    if (!step.with || step.how === "semi" || step.how === "anti") return before;
    const names = [...before];
    for (const name of columnsOf?.(step.with) ?? []) {
      if (step.on.some(({ right }) => right === name)) continue;
      let free = name;
      for (let n = 2; names.includes(free); n++) free = `${name}_${n}`;
      names.push(free);
    }
    return names;
  },
  // Beside a group stands what is known of each of its members, or of whatever else the other table's rows are.
  groupsAfter: (step, before) => (step.how === "semi" || step.how === "anti" ? before : null),
});
