// What a model answered, in numbers: how many rows, how many it could not answer, and what is doubtful in that.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts, doubtsOfGroups, rowsTold } from "../doubts.ts";
import { words } from "./words.ts";

const schema = z.looseObject({
  /** Rows of the data, and those of them that have no answer since a value is missing. */
  rows: z.number(),
  unanswered: z.number(),
  doubts,
});

export const predictionReport = defineReport({
  name: "prediction",
  version: 2,
  words,
  schema,
  discloses: ({ rows, unanswered, doubts: said }) => {
    const sizes = [rows, unanswered, rows - unanswered, ...rowsTold(said)].filter((size) => size > 0);
    return { identifying: [], behind: { of: "groups", sizes, statistics: ["count"] } };
  },
  ofGroups: ({ doubts: said, ...body }) => ({ ...body, doubts: doubtsOfGroups(said) }),
});
