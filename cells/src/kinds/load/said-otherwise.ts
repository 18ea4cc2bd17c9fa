// What a load cell says of its columns after one more word: as found again, a column stands no more in the setting.

import type { LoadSpec } from "./spec.ts";

export function withSaid(
  columns: LoadSpec["columns"],
  name: string,
  { semantic, category }: Omit<LoadSpec["columns"][number], "column">,
): LoadSpec["columns"] {
  const others = columns.filter(({ column }) => column !== name);
  return semantic === null && category === null ? others : [...others, { column: name, semantic, category }];
}
