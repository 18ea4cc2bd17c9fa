// A sentence that is not yet in a language: what reports, progress and figures carry, so that each reader has her own.

import { receivedKey, type MessageKey } from "../base/failure.ts";
import { isJsonObject, type JsonObject } from "../base/json.ts";

export interface Sentence {
  readonly key: MessageKey;
  readonly params: JsonObject;
}

/** What came as JSON as a sentence: out of a figure, a report, the evidence of a failure. */
export const receivedSentence = ({ key, params }: JsonObject): Sentence => ({
  key: receivedKey(String(key)),
  params: isJsonObject(params) ? params : {},
});
