// What went into and came out of each step of a transform: counts, and what is doubtful, which names columns and no values.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts } from "../doubts.ts";
import { words } from "./words.ts";

const shape = z.looseObject({ type: z.string(), rows: z.number(), columns: z.number() });
/** Of a step that takes something of the rows of the training alone: how many these are, and by which column. */
const fittedOn = z.looseObject({ rows: z.number(), of: z.number(), split: z.string() }).exactOptional();
const schema = z.looseObject({
  steps: z.array(
    z.looseObject({ step: z.number(), verb: z.string(), in: shape, out: shape, doubts: doubts.exactOptional(), fittedOn }),
  ),
});

/** Individuals are the rows of a table, of a matrix its samples. */
const individuals = ({ type, rows, columns }: z.output<typeof shape>): number => (type === "assay" ? columns : rows);

type Step = z.output<typeof schema>["steps"][number];
/**
 * What a doubt counts, but for the place of its step: of one sample without a value, of two that were dropped. Of a sentence within it
 * (a promise that does not hold), too; and of some among so many how many the others are.
 */
const countedBy = ({ doubts: said = [] }: Step): readonly number[] => said.flatMap(({ params }) => countsIn(params));

function countsIn(params: object): readonly number[] {
  const { n, of }: { readonly n?: unknown; readonly of?: unknown } = params;
  const others = typeof n === "number" && typeof of === "number" ? [of - n] : [];
  const each = Object.entries(params).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === "number") return name === "step" ? [] : [value];
    return typeof value === "object" && value !== null ? countsIn(value) : [];
  });
  return [...others, ...each];
}

/** A step that keeps 31 rows, and one that keeps 30 of them, tell of one row: the sizes are those of what was dropped, too. */
export const stepsReport = defineReport({
  name: "steps",
  // 2: of which rows a step took what it takes.
  version: 2,
  words,
  schema,
  discloses: ({ steps }) => {
    const sizes = steps
      .flatMap((step) => [
        individuals(step.out),
        Math.abs(individuals(step.in) - individuals(step.out)),
        ...(step.fittedOn ? [step.fittedOn.rows, step.fittedOn.of - step.fittedOn.rows] : []),
        ...countedBy(step),
      ])
      .filter((size) => size > 0);
    return { identifying: [], behind: { of: "groups", sizes, statistics: ["count"] } };
  },
  // Doubts that count nothing stay.
  ofGroups: ({ steps, ...more }) => ({
    ...more,
    steps: steps.map(({ doubts: said = [], ...step }) => {
      const open = said.filter((doubt) => countedBy({ ...step, doubts: [doubt] }).length === 0);
      return open.length > 0 ? { ...step, doubts: open } : step;
    }),
  }),
});
