// The names by which a counts file and a sample sheet are matched. For programs; never shown.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { words } from "./words.ts";

const text = z.string().max(10_000);
export const fileKeysShape = z.object({
  header: z.array(text),
  columns: z.array(z.object({ name: text, values: z.array(text) })),
  rows: z.number().nonnegative(),
});

export const fileKeysReport = defineReport({
  name: "file-keys",
  version: 1,
  words,
  schema: fileKeysShape,
  discloses: (body) => ({ identifying: body.columns.map((column) => column.name), behind: { of: "individuals" } }),
});
