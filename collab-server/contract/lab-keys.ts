// The key under which a lab's files lie.

import { z } from "zod";

/** How many keys of files and uploads were wrapped again. */
export const rotatedKey = z.object({ wrapped: z.number() });
