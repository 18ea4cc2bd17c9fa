// Where a person is signed in.

import { z } from "zod";
import { instant } from "./fields.ts";

export const sessionList = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      current: z.boolean(),
      createdAt: instant,
      lastSeenAt: instant,
      expiresAt: instant,
      ipAddress: z.string(),
      userAgent: z.string(),
    }),
  ),
});
export type SessionList = z.infer<typeof sessionList>;
