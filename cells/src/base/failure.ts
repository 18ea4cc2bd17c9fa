// An expected failure as a value: a reason out of the catalogue of messages with its evidence. The sentence that a
// person reads is made from it in her language by messages/catalogue.ts; nothing else writes error prose.

import { isJsonObject, type Json, type JsonObject, type JsonPath } from "./json.ts";

declare const said: unique symbol;
/** `area.key` of the catalogue. Made by the words of an area alone (messages/define-words.ts), so that no other text is one. */
export type MessageKey<Key extends string = string> = Key & { readonly [said]: true };

export type Failure = {
  readonly reason: MessageKey;
  /** What the sentence is filled with: names, numbers, the closest match. Never data of a restricted source. */
  readonly params: JsonObject;
  /** The field of the spec at fault, so that the form can show it. */
  readonly at?: JsonPath;
  /** A position inside the text of that field, 0-based UTF-16 offsets [start, end). */
  readonly span?: { readonly start: number; readonly end: number };
  /** Nothing is wrong: a field is not filled in yet. */
  readonly asks?: true;
  /** A change of the spec that would mend it: set this path to this value. */
  readonly fix?: { readonly path: JsonPath; readonly value: Json };
  /** Where one of several changes would do and a person has to choose: the others. */
  readonly otherFixes?: readonly { readonly path: JsonPath; readonly value: Json }[];
};

export const failure = (reason: MessageKey, params: JsonObject = {}, more: Omit<Failure, "reason" | "params"> = {}): Failure => ({
  reason,
  params,
  ...more,
});

/**
 * What came as JSON, over the line or out of the database, as a failure: the one door by which a text becomes a key again.
 * Null: it is none.
 */
export function receivedFailure(json: unknown): Failure | null {
  if (!isJsonObject(json) || typeof json["reason"] !== "string") return null;
  const { reason, params } = json;
  return { ...json, reason: receivedKey(reason), params: isJsonObject(params) ? params : {} };
}

/** A key that was kept or sent. One that nobody can say is shown as itself (messages/catalogue.ts). */
export const receivedKey = (key: string): MessageKey => key as MessageKey;

/** Carries a failure through code that can only throw (a parser deep in a stream); caught at the cell's edge. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(value: Failure, options?: ErrorOptions) {
    super(`${value.reason} ${JSON.stringify(value.params)}`, options);
    this.name = "FailureError";
    this.failure = value;
  }
}
