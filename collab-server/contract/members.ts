// People of a lab: as a part of contract/labs.ts they are read, here their roles change.

import { z } from "zod";
import { labRoles } from "./roles.ts";

export const patchMember = z.object({ role: z.enum(labRoles) }).strict();
