// A column of what stands written in a file: numbers where all that is there is one, text else.

import type { Column } from "../../../artifacts/artifact.ts";
import { integerColumn, numberColumn, textColumn } from "../../../artifacts/table.ts";

const whole = /^-?(?:0|[1-9]\d{0,8})$/;
const fraction = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
/** What lies before a number makes it a name: 007. */
const padded = /^-?0\d/;
const missing = new Set(["", "NA", "na", "N/A", "n/a", "NaN", "nan", "null", "NULL", "--"]);

export function columnOfWritten(name: string, texts: readonly (string | null)[]): Column {
  const present = texts.map((text) => (text === null || missing.has(text.trim()) ? null : text.trim()));
  const all = present.filter((text): text is string => text !== null);
  const numbers = (): (number | null)[] => present.map((text) => (text === null ? null : Number(text)));
  if (all.length > 0 && all.every((text) => whole.test(text))) return integerColumn(name, numbers());
  if (all.length > 0 && all.every((text) => fraction.test(text) && !padded.test(text))) return numberColumn(name, numbers());
  return textColumn(
    name,
    texts.map((text) => (text === "" ? null : text)),
  );
}
