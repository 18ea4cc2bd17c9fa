// What is wrong with a request, as one sentence about the first field: what zod found, and what no text can hold.

import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { depthOfJson, isJsonObject, type Json } from "@genomecraft/cells/base/json.ts";
import { keysWritten, keyTwice } from "@genomecraft/cells/base/keys-of-json.ts";
import { isWellFormed, wellFormed } from "@genomecraft/cells/base/well-formed.ts";
import { refuse } from "./errors.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code?: string;
  readonly keys?: readonly string[];
}

export function validationFailure(error: { readonly issues: readonly Issue[] }): Failure {
  const issue = error.issues[0];
  if (!issue) return serverWords.failure("bad-body");
  const field = issue.code === "unrecognized_keys" && issue.keys ? issue.keys.join(", ") : issue.path.map(String).join(".");
  // What zod says of an absent field is not what a person would say.
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined")) {
    return serverWords.failure("field-missing", { field: field || "(the whole body)" });
  }
  if (issue.code === "unrecognized_keys") return serverWords.failure("field-unknown", { field });
  return serverWords.failure("bad-field", { field: field || "(the whole body)", detail: issue.message });
}

/** Where JSON text holds NUL or half of a character, in a text or in a key; null also where it is no JSON. */
export function unholdableField(body: string): string | null {
  // As escapes alone: bytes were read as UTF-8, and JSON has no NUL of its own.
  if (!/\\u(?:0000|d[89a-f])/i.test(body)) return null;
  let json: Json;
  try {
    json = JSON.parse(body) as Json;
  } catch {
    return null;
  }
  const open: (readonly [path: string, value: Json])[] = [["", json]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [path, value] = next;
    const at = (key: string): string => (path === "" ? key : `${path}.${key}`);
    if (typeof value === "string" && !isWellFormed(value)) return path || "(the whole body)";
    if (Array.isArray(value)) value.forEach((item: Json, index) => open.push([at(String(index)), item]));
    else if (isJsonObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        if (!isWellFormed(key)) return at(wellFormed(key));
        open.push([at(key), item]);
      }
    }
  }
  return null;
}

/** Values of cells nest 64 levels, those of JSON lines 500 (SPEC, L-3); what holds them adds few. */
const deepestBody = 1_000;

/** A record of the API has some ten keys; JSON.parse takes ten times as long for one of a million. */
const mostKeys = 100_000;
const bytesOfKey = 4;

/** What is looked through is bounded first: reading what nests by the million, or has a million keys, costs a second of everybody's time. */
export function refuseHeavyBody(json: string): void {
  if (json.length > bytesOfKey * mostKeys && keysWritten(json) > mostKeys) refuse("invalid", "body-keys", { most: mostKeys });
  if (json.length > 2 * deepestBody && depthOfJson(json) > deepestBody) refuse("invalid", "body-nested", { most: deepestBody });
}

/** Of two values under one key nobody knows which was meant: parsers take the last, programs that looked before take the first. */
export function refuseKeyTwice(json: string): void {
  const key = keyTwice(json);
  if (key !== null) refuse("invalid", "key-twice", { key: key.slice(0, 200) });
}
