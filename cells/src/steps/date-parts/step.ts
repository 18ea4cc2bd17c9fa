// date-parts: year, month, weekday and so on of dates, and where in their cycle they lie.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { columns } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const parts = ["year", "quarter", "month", "week", "day", "weekday", "day-of-year", "hour", "minute"] as const;
export const cycles = ["month-cycle", "weekday-cycle", "day-of-year-cycle", "hour-cycle"] as const;
const all = [...parts, ...cycles] as const;
export type DatePart = (typeof parts)[number];
export type Cycle = (typeof cycles)[number];
export const isCycle = (part: DatePart | Cycle): part is Cycle => part.endsWith("-cycle");

export const dateParts = defineStep({
  name: "date-parts",
  version: 1,
  section: "texts",
  takes: { table: { gives: "table", rows: "same", columns: "any" } },
  options: {
    columns: columns("Columns of dates, as 2026-03-31 or 2026-03-31T14:05"),
    parts: z.array(z.enum(all)).min(1).default(["year", "month", "day"]).meta({
      title: "Parts",
      description:
        "Columns that are made: year, quarter, month, week (ISO 8601), day, weekday (1 Monday to 7 Sunday), day-of-year, hour, minute; of a cycle sine and cosine, so that December is beside January",
    }),
    keep: z.boolean().default(true).meta({ title: "Keep", description: "false: the dates themselves go" }),
  },
  freezes: () => "each",
  carries: "rows",
  words,
  ending: "dated",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  labels: { columns: formsWords.key("columns"), parts: words.key("parts") },
  lacks: (step, context) => (step.columns.length === 0 ? lack("columns", context) : null),
  say: (step, { locale }) =>
    words.say(
      "says",
      { columns: listed(step.columns), parts: listed(step.parts.map((part) => words.say(part, {}, locale))) },
      locale,
    ),
  columnsAfter: (step, before) => [
    ...before.filter((name) => step.keep || !step.columns.includes(name)),
    ...step.columns.flatMap((name) => [...new Set(step.parts)].flatMap((part) => namesOf(name, part))),
  ],
  groupsAfter: (step, before) => before && { ...before, counts: before.counts.filter((name) => !step.columns.includes(name)) },
});

/** What is made of a column. */
export const namesOf = (column: string, part: DatePart | Cycle): readonly string[] => {
  const stem = `${column}_${part.replace("-cycle", "").replaceAll("-", "_")}`;
  return isCycle(part) ? [`${stem}_sin`, `${stem}_cos`] : [stem];
};
