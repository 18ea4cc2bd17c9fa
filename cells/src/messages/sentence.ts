// A sentence that is not yet in a language: what reports, progress and figures carry, so that each reader has her own.

import { receivedKey, type MessageKey } from "../base/failure.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";

export interface Sentence {
  readonly key: MessageKey;
  readonly params: JsonObject;
}

/** What came as JSON as a sentence: out of a figure, a report, the evidence of a failure. */
export const receivedSentence = ({ key, params }: JsonObject): Sentence => ({
  key: receivedKey(String(key)),
  params: isJsonObject(params) ? params : {},
});
/** Sentences of a list that a report or a figure keeps; what is none is passed over. */
export const sentencesIn = (found: Json | undefined): readonly Sentence[] =>
  (Array.isArray(found) ? (found as readonly Json[]) : []).flatMap((each) =>
    isJsonObject(each) && typeof each["key"] === "string" && isJsonObject(each["params"]) ? [receivedSentence(each)] : [],
  );

/** A sentence that travels beside something else (progress) is no longer than this, written as JSON. */
const longestSentence = 1_000;

/** Whether what came from elsewhere is one. */
export const isSentence = (value: unknown): value is Sentence =>
  isJsonObject(value) &&
  typeof value["key"] === "string" &&
  /^[a-z][\w-]*\.[\w-]+$/.test(value["key"]) &&
  isJsonObject(value["params"]) &&
  JSON.stringify(value).length <= longestSentence;

/** As a column of text keeps it; empty where there is none. */
export const writeSentence = (sentence: Sentence | null): string => (sentence ? JSON.stringify(sentence) : "");

/** Null for what is none: an empty text, or a note as releases wrote it whose notes were text. */
export function readSentence(text: string): Sentence | null {
  try {
    const found: unknown = JSON.parse(text);
    return isSentence(found) ? found : null;
  } catch {
    return null;
  }
}
