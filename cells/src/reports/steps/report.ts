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

/** A step that keeps 31 rows, and one that keeps 30 of them, tell of one row: the sizes are those of what was dropped, too. */
export const stepsReport = defineReport({
  name: "steps",
  // 2: of which rows a step took what it takes.
  version: 2,
  words,
  schema,
  discloses: ({ steps }) => {
    const sizes = steps
      .flatMap(({ in: before, out, fittedOn: part }) => [
        out.rows,
        Math.abs(before.rows - out.rows),
        ...(part ? [part.rows, part.of - part.rows] : []),
      ])
      .filter((size) => size > 0);
    return { identifying: [], behind: { of: "groups", sizes, statistics: ["count"] } };
  },
});
