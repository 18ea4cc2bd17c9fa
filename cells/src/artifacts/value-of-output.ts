// The value of a parameter, out of what travels with its digest. Light: the screen asks at every turn.

import { isJsonObject, type Json } from "../base/json.ts";
import type { OutputRef } from "./output-ref.ts";

/** Null: it is no value, or not known. */
export function valueOfOutput(output: OutputRef | null): Json {
  const inline = output?.inline;
  if (isJsonObject(inline) && inline["value"] !== undefined) return inline["value"];
  return output?.summary.detail?.["value"] ?? null;
}
