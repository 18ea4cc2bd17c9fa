// Survival: a table with follow-up, groups to compare, a model of what the hazard goes with.

import { z } from "zod";
import { closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { designSpec, emptyDesign } from "../../design/spec.ts";
import { survivalReport } from "../../reports/survival/report.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  from: cellRef().nullable().default(null).meta({ title: "Follow-up", description: "A table with a row an individual" }),
  time: z.string().default("").meta({
    title: "Time",
    description: "Column of how long each was followed. Empty: guessed by its meaning, and said",
  }),
  event: z.string().default("").meta({
    title: "Event",
    description: "Column that says whether the event happened then. Empty: guessed by its meaning, and said",
  }),
  occurred: z.array(z.string()).default([]).meta({
    title: "Means the event",
    description: "Values that mean that it happened; all others: not yet. Empty: 1 of 0/1, true, “1:DECEASED” and the like, said",
  }),
  group: z.string().default("").meta({ title: "Groups", description: "Column whose groups are compared. Empty: one curve" }),
  without: z.string().default("").meta({
    title: "Without a group",
    description: "The group in which rows without a value count. Empty: they are left out. The other answer is said as well",
  }),
  strata: z.array(z.string()).default([]).meta({
    title: "Strata",
    description: "Columns within whose groups is compared; each has a baseline hazard of its own",
  }),
  model: designSpec.default(emptyDesign).meta({
    title: "Model",
    description: "{formula, columns, missing} of the Cox model; an empty formula takes the groups. It takes no block",
  }),
  interval: z.enum(["log", "log-log"]).default("log").meta({
    title: "Interval of the curves",
    description: "The scale on which it is symmetric: log as R's survfit, log-log as many journals and SAS",
  }),
  level: z.number().gt(0).lt(1).default(0.95).meta({ title: "Level", description: "Of all intervals" }),
  ties: z.enum(["efron", "breslow"]).default("efron").meta({ title: "Tied events", description: "How the Cox model takes them" }),
  zero: z.enum(["leave-out", "keep"]).default("leave-out").meta({
    title: "Follow-up of 0",
    description: "leave-out: such rows were not followed, and how many they are is said; keep: as R takes them",
  }),
});
export type SurvivalSpec = z.output<typeof schema>;

export const survival = defineKind({
  ...card,
  title: "Survival",
  example,
  // 2: a time that only those with the event have, or only the others, is refused.
  // 3: a ratio that is not shown is told so; calls of R take the groups in their order.
  version: 3,
  specVersion: 1,
  engines: [],
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  variants: () => [survivalReport],
  schema,
  empty: schema.parse({}),
  missing: ({ from }) => (from === null ? "from" : null),
  discloses,
  carries: () => closed,
  trials: ({ time, event, occurred, group, without, strata, model }) => [
    { time, event, occurred, group, without, strata, model },
  ],
  words: ({ from, group, model }, { locale, nameOf }) => {
    if (!from) return words.say("words-empty", {}, locale);
    const formula = model.formula.trim();
    const params = { from: nameOf(from), group, formula };
    if (formula !== "") return words.say(group === "" ? "words-model" : "words-both", params, locale);
    return words.say(group === "" ? "words-one" : "words-groups", params, locale);
  },
  // Of a report on mutations: by a column of the table beside it, which is that cell's main output.
  asking: ({ ref }, [question]) => ({ from: { ref }, ...question }),
  suggestName: ({ from, group }, context) =>
    group !== "" ? `survival_by_${group}` : from ? `${context.nameOf(from)}_survival` : "survival",
});
