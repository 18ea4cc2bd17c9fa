import { isJsonObject, type Json } from "../base/json.ts";

/** Of the drawing the share that an axis goes along. */
export function shareOf(axis: Json | undefined): number {
  const domain = isJsonObject(axis) ? axis["domain"] : undefined;
  if (!Array.isArray(domain)) return 1;
  const [from, to] = domain.map(Number);
  return from === undefined || to === undefined || !(to > from) ? 1 : to - from;
}
