// What several views knew of a list of entities: of each how many rows were found, which names are others than in the file, and what is
// doubtful. Its numbers count rows and entities, and it quotes none.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts, doubtsOfGroups, rowsTold } from "../doubts.ts";
import { words } from "./words.ts";

const view = z.looseObject({
  name: z.string(),
  /** All its columns, for the form. */
  columns: z.array(z.string()),
  rows: z.number(),
  entities: z.number(),
  /** Of the rows of the answer: of whose entity it has a row, and for which that was taken. */
  known: z.number(),
  found: z.number(),
});
const schema = z.looseObject({ rows: z.number(), entities: z.number(), found: z.number(), views: z.array(view), doubts });

export const featureJoinReport = defineReport({
  name: "feature-join",
  version: 1,
  words,
  schema,
  discloses: ({ rows, entities, found, views, doubts: said }) => {
    const sizes = [
      rows,
      entities,
      found,
      rows - found,
      ...views.flatMap((each) => [each.rows, each.entities, each.known, each.found, rows - each.known, each.known - each.found]),
      ...rowsTold(said),
    ].filter((size) => size > 0);
    return { identifying: [], behind: { of: "groups", sizes: [...new Set(sizes)], statistics: ["count"] } };
  },
  ofGroups: ({ doubts: said, ...body }) => ({ ...body, doubts: doubtsOfGroups(said) }),
});
