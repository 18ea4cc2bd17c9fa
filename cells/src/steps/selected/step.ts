// selected: keeps or drops the rows that a selection in a picture holds; of a matrix samples.

import { z } from "zod";
import { areasOf, asksNames, type Selection, selectionIn } from "../../artifacts/selection.ts";
import { isCellRef } from "../../base/refs.ts";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { cellRef, json, orRef } from "../../contract/spec-fields.ts";
import { action } from "../parts/fields.ts";
import { shown } from "../parts/said.ts";
import { words } from "./words.ts";

const axis = (title: string, description: string) => orRef(z.string()).default("").meta({ title, description });

export const selected = defineStep({
  name: "selected",
  version: 1,
  section: "rows",
  takes: {
    table: { gives: "table", rows: "fewer", columns: "same" },
    assay: { gives: "assay", rows: "same", columns: "fewer" },
  },
  options: {
    selection: z
      .union([cellRef(), json().refine((value) => selectionIn(value) !== null, "a selection as a parameter holds it")])
      .nullable()
      .default(null)
      .meta({
        title: "Selection",
        description:
          "=parameter that holds what was selected in a picture; or {x: [low, high], y: [low, high]}, {lasso: [[x, y], …], log: [y]}, {points: [[x, y], …]}, {names: […]}, each with part: group where it lies in one part of the picture; or {any: [several of these]}",
      }),
    x: axis("x", "Column that stands across in the picture; of a matrix a column of the samples or a feature; or =parameter"),
    y: axis("y", "Column that stands upwards in the picture, likewise"),
    names: z.string().default("").meta({
      title: "Names",
      description: "Column by which points are called, where a selection holds names; empty: the one that names the rows",
    }),
    parts: axis(
      "Parts",
      "Column that parts the picture, where a selection lies in one part: of panels, of groups along an axis, of chromosomes; or =parameter",
    ),
    action: action("selected rows"),
  },
  freezes: () => "each",
  carries: "names",
  words,
  labels: {
    selection: words.key("selection"),
    x: words.key("x"),
    y: words.key("y"),
    names: words.key("names"),
    parts: words.key("parts"),
  },
  ending: "selected",
  menu: { group: "clean", order: 3, words: menuWords(words) },
  lacks: ({ selection }, context) => (selection === null ? words.say("lacks", {}, context.locale) : null),
  awaitsValue: ({ selection }) => selection === null,
  say(step, context) {
    const { locale } = context;
    const of = isCellRef(step.selection) ? context.nameOf(step.selection) : words.say("written", {}, locale);
    const along = [step.x, step.y].filter((name) => name !== "").map((name) => String(shown(name, context)));
    if (along.length === 0 || needsNames(step.selection)) return words.say(`says-${step.action}`, { of }, locale);
    return words.say(`says-${step.action}-along`, { of, along: along.join(" × ") }, locale);
  },
});

const needsNames = (selection: unknown): boolean => {
  const found: Selection | null = isCellRef(selection) ? null : selectionIn(selection as Parameters<typeof selectionIn>[0]);
  return found !== null && areasOf(found).every(asksNames);
};
