// What has drifted, or is not fresh any more, in feature views that somebody uses or whose lab she is in.

import { z } from "zod";
import { labName } from "./fields.ts";
import { finding } from "./feature-views.ts";
import { usage } from "./recipes.ts";

export const featureAlerts = z.object({
  alerts: z.array(
    z.object({
      view: z.object({ id: z.string(), name: z.string(), lab: labName }),
      /** The newest, and the one that it is held to. */
      version: z.number(),
      against: z.number().nullable(),
      level: z.enum(["alert", "warn"]),
      findings: z.array(finding),
      /** Whose newest events lie too far back by now. */
      stale: z.array(z.string()),
      /** Cells of notebooks that the asker was let into, which were made with some version of it. */
      cells: usage.shape.cells,
      mayAcknowledge: z.boolean(),
    }),
  ),
});
export type FeatureAlerts = z.infer<typeof featureAlerts>;

export const postAcknowledgement = z
  .object({ version: z.number().int().min(1), why: z.string().trim().min(1).max(1000) })
  .strict();
