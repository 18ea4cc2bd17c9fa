// summarise: one row for each group of rows, with values over them.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import type { Statistic } from "../../contract/disclosure.ts";
import { type Aggregate, aggregates, name, names } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const summarise = defineStep({
  name: "summarise",
  version: 4,
  section: "shape",
  takes: { table: { gives: "table", rows: "any", columns: "any" } },
  options: {
    by: names
      .default([])
      .meta({ title: "Groups", description: "Columns whose values make the groups; none named: all rows are one" }),
    values: z
      .array(
        z.strictObject({
          name: name.meta({ title: "Name", description: "Of the new column" }),
          take: z.enum(aggregates).meta({
            title: "Take",
            description:
              "count: rows, of a column its values; sd: over n - 1; distinct: different values; missing ones are left out",
          }),
          column: name.exactOptional().meta({ title: "Column", description: "Column the value is taken of; count needs none" }),
        }),
      )
      .default([])
      .meta({
        title: "Values",
        description: "{name, take: count|sum|mean|median|sd|min|max|distinct, column}; count needs no column",
      }),
  },
  carries: "groups",
  // How large each group is stands beside it, and is asked.
  harmless: { by: "any", values: "any" },
  words,
  labels: { values: words.key("take"), column: words.key("of") },
  ending: "summary",
  lacks: (step, context) =>
    step.values.some(({ take, column }) => take !== "count" && column === undefined)
      ? lack("column", context)
      : step.values.length === 0 && step.by.length === 0
        ? lack("values", context)
        : null,
  say: (step, { locale }) =>
    words.say(
      step.by.length === 0 ? "says-all" : "says",
      {
        by: listed(step.by),
        values: listed(step.values.map((value) => (value.column ? `${value.take}(${value.column})` : value.take))),
      },
      locale,
    ),
  columnsAfter: (step) => [...new Set([...step.by, ...step.values.map((value) => value.name)])],
  groupsAfter: (step) => ({
    counts: step.values.filter((value) => value.take === "count").map((value) => value.name),
    statistics: [...new Set(step.values.map((value) => statisticIn(step.values, value)))],
  }),
});

interface Taken {
  readonly take: Aggregate;
  readonly column?: string | undefined;
}

/** A mean of a column stands for those who have a value there: only where these are counted, too, is it one of a group. */
const statisticIn = (values: readonly Taken[], { take, column }: Taken): Statistic => {
  const statistic = statisticOf[take];
  const isOfValues = statistic === "mean" || statistic === "median";
  return isOfValues && !values.some((other) => other.take === "count" && other.column === column) ? "value" : statistic;
};

const statisticOf: { readonly [take in Aggregate]: Statistic } = {
  count: "count",
  distinct: "count",
  mean: "mean",
  median: "median",
  // A sum of a group and its count give the mean, and no more.
  sum: "mean",
  sd: "value",
  min: "extreme",
  max: "extreme",
};
