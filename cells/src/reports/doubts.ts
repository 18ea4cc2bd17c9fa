// What is doubtful in an answer, as reports keep it: sentences that are said in the reader's language. They name columns,
// features and classes, and no rows.

import { z } from "zod";

export const doubts = z.array(z.looseObject({ key: z.string(), params: z.looseObject({}) }));
