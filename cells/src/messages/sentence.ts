// A sentence that is not yet in a language: what reports, progress and figures carry, so that each reader has her own.

import type { JsonObject } from "../base/json.ts";

export interface Sentence {
  /** `area.key` of the catalogue. */
  readonly key: string;
  readonly params: JsonObject;
}
