// What several studies say together: which they are, by which method, of how many things, in words, and the call of R that gives the same.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts, doubtsOfGroups } from "../doubts.ts";
import { words } from "./words.ts";

const sentence = z.looseObject({ key: z.string(), params: z.looseObject({}) });

const schema = z.looseObject({
  method: z.string(),
  studies: z.array(z.looseObject({ name: z.string(), rows: z.number().int(), used: z.number().int() })),
  /** Things with an estimate of at least as many studies as were asked for. */
  answered: z.number().int(),
  says: z.array(sentence),
  inR: z.array(z.string()),
  doubts,
});
export type MetaBody = z.output<typeof schema>;

export const metaAnalysisReport = defineReport({
  name: "meta-analysis",
  version: 1,
  words,
  schema,
  // It quotes a row of the studies, which may be somebody's.
  discloses: () => ({ identifying: [], behind: { of: "individuals" } }),
  ofGroups: ({ doubts: said, ...body }) => ({ ...body, says: [], inR: [], doubts: doubtsOfGroups(said) }),
});
