// Whether a file that is refused with nothing set may be read by what its load cell sets: the intake card then makes one of it
// all the same.

import type { ReadSetting } from "./contract/format.ts";
import { listedFormat } from "./formats.ts";

/** By the others it is said how what was read is taken. */
const mends: ReadonlySet<ReadSetting> = new Set<ReadSetting>([
  "delimiter",
  "header",
  "sheet",
  "ragged",
  "encoding",
  "quotes",
  "skip",
  "headerRows",
  "rowNames",
  "decimal",
  "thousands",
  "missing",
  "alphabet",
  "qualities",
  "records",
  "samplesIn",
  "duplicates",
  "layer",
]);

/** A text may be read as another format, too: as a plain table, whose rows are mended by steps. */
export function mayBeMended(name: string): boolean {
  const format = listedFormat(name)?.format;
  return format !== undefined && (format.isText || format.settings.some((setting) => mends.has(setting)));
}
