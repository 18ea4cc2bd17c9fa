// Columns of TRUE and FALSE.

import { bytesBy } from "../../../base/filled-arrays.ts";
import type { Column } from "../../../artifacts/artifact.ts";

const truths = ["TRUE", "True", "true", "FALSE", "False", "false"];

/** TRUE and FALSE, as R, Python and JSON write them, also side by side; T and F are alleles. */
export function asBoolean(
  name: string,
  valid: Uint8Array | null,
  codes: Int32Array,
  dictionary: readonly string[],
): Column | null {
  if (dictionary.length > truths.length + 1) return null;
  const words = dictionary.filter((word) => word !== "");
  if (words.length === 0 || !words.every((word) => truths.includes(word))) return null;
  const yes = Uint8Array.from(dictionary, (word) => (/^t/i.test(word) ? 1 : 0));
  return { name, type: "boolean", valid, values: bytesBy(codes.length, (row) => yes[codes[row] as number] as number) };
}
