// Cells that wait until the labs of their data release them to those who may see results only: who asked, and deciding.

import { z } from "zod";
import { instant, labName, personName } from "./fields.ts";

const cellId = z.string().min(1).max(120);

export const postReleaseAsk = z.object({ cell: cellId }).strict();

export const releaseList = z.object({
  /** Asked by you, or for your labs to decide; oldest first. */
  releases: z.array(
    z.object({
      cell: z.string(),
      lab: labName,
      by: personName,
      at: instant,
      /** Of the cell as it reads now. waits: nobody has decided since it changed. */
      state: z.enum(["waits", "released", "refused"]),
      /** Whether you may decide for that lab. */
      mayDecide: z.boolean(),
      /** What would be released: to be sent back with the decision. Null where there is nothing up to date, or it is not yours to see. */
      key: z.string().nullable(),
    }),
  ),
  /** What of your labs' data is released now and may be taken back by you, asked for or not; oldest first. Empty unless asked for. */
  standing: z.array(z.object({ cell: z.string(), lab: labName, by: personName, at: instant, key: z.string() })),
});
export type ReleaseList = z.infer<typeof releaseList>;

/**
 * `key`: of what was looked at; another one by now is refused. `seen`: what the lab's word on it was when it was looked at; where
 * somebody has said another meanwhile, the answer is refused and says who. Absent: it holds whatever was said.
 */
export const putRelease = z
  .object({ released: z.boolean(), key: z.string().max(100), seen: z.enum(["waits", "released", "refused"]).optional() })
  .strict();
