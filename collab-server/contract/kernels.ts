// Kernels of a lab: the tokens with which they come for its runs.

import { cleanName } from "@genomecraft/cells/base/clean-name.ts";
import { z } from "zod";
import { instant, givenName } from "./fields.ts";

export const kernelList = z.object({
  kernels: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      site: z.string(),
      createdAt: instant,
      lastSeenAt: instant.nullable(),
      expiresAt: instant.nullable(),
      /** What is connected with this token now: bytes of one worker, GPUs, programs, whether workers run behind walls. */
      connected: z.array(
        z.object({
          name: z.string(),
          memory: z.number(),
          gpus: z.number().int(),
          software: z.array(z.string()),
          walls: z.boolean().nullable(),
        }),
      ),
    }),
  ),
  /** Whether a kernel that serves every lab of this server is connected. */
  ofServer: z.boolean(),
});
export type KernelList = z.infer<typeof kernelList>;

export const postKernel = z
  .object({
    name: givenName(80),
    /** For data that may not leave a place: only kernels of that site get its runs. */
    site: z
      .string()
      .trim()
      .max(80)
      .overwrite((site) => cleanName(site))
      .optional(),
    expiresInDays: z.number().int().min(1).max(3650).optional(),
  })
  .strict();
/** The token is in this answer and nowhere else, ever; `command` starts a kernel with it. */
export const newKernel = z.object({ id: z.string(), token: z.string(), command: z.string() });
export type NewKernel = z.infer<typeof newKernel>;
