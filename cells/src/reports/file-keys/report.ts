// The names by which a counts file and a sample sheet are matched. For programs; never shown.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { words } from "./words.ts";

const text = z.string().max(10_000);
const names = {
  header: z.array(text),
  columns: z.array(z.object({ name: text, values: z.array(text) })),
  rows: z.number().nonnegative(),
};
/** `others`: of the other sheets of a workbook. */
export const fileKeysShape = z.object({ ...names, others: z.array(z.object(names)).max(100) });

export const fileKeysReport = defineReport({
  name: "file-keys",
  version: 2,
  words,
  schema: fileKeysShape,
  discloses: (body) => ({
    identifying: [body, ...body.others].flatMap(({ columns }) => columns.map((column) => column.name)),
    behind: { of: "individuals" },
  }),
});
