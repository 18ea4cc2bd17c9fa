// An expected failure as a value: a reason out of the catalogue of messages with its evidence. The sentence that a
// person reads is made from it in her language by messages/catalogue.ts; nothing else writes error prose.

import type { Json, JsonObject, JsonPath } from "./json.ts";

export type Failure = {
  /** Key of the message catalogue, `area.what`: "load.rows-unequal", "transform.column-missing". */
  readonly reason: string;
  /** What the sentence is filled with: names, numbers, the closest match. Never data of a restricted source. */
  readonly params: JsonObject;
  /** The field of the spec at fault, so that the form can show it. */
  readonly at?: JsonPath;
  /** A position inside the text of that field, 0-based UTF-16 offsets [start, end). */
  readonly span?: { readonly start: number; readonly end: number };
  /** A change of the spec that would mend it: set this path to this value. */
  readonly fix?: { readonly path: JsonPath; readonly value: Json };
};

export const failure = (reason: string, params: JsonObject = {}, more: Omit<Failure, "reason" | "params"> = {}): Failure => ({
  reason,
  params,
  ...more,
});

/** Carries a failure through code that can only throw (a parser deep in a stream); caught at the cell's edge. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(value: Failure, options?: ErrorOptions) {
    super(`${value.reason} ${JSON.stringify(value.params)}`, options);
    this.name = "FailureError";
    this.failure = value;
  }
}

export function fail(reason: string, params: JsonObject = {}, more: Omit<Failure, "reason" | "params"> = {}): never {
  throw new FailureError(failure(reason, params, more));
}
