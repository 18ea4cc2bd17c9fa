// What the compiler refuses about words: a line that it would let pass fails the build. And what words make of a key.

import { expect, test } from "vitest";
import { failure, FailureError, receivedFailure, type Failure } from "../base/failure.ts";
import { isRetryable, message, messageIfAny, wordsByArea } from "./catalogue.ts";
import { defineWords, type KeyOf } from "./define-words.ts";
import type { Sentence } from "./sentence.ts";

const words = defineWords("area-of-tests", {
  retryable: ["lost"],
  formerly: { "old-area.lost": "lost" },
  en: { lost: "{n} {n|file|files} lost", "kind-a": "A", "kind-b": "B" },
  ru: { lost: "Потеряно файлов: {n}", "kind-a": "А", "kind-b": "Б" },
});
const other = defineWords("other-area-of-tests", { en: { found: "Found" }, ru: { found: "Найдено" } });

test("a key, a failure and a sentence are of the area that makes them", () => {
  expect(words.key("lost")).toBe("area-of-tests.lost");
  expect(words.say("lost", { n: 2 }, "en")).toBe("2 files lost");
  expect(words.sentence("kind-a")).toEqual({ key: "area-of-tests.kind-a", params: {} });
  const found = words.failure("lost", { n: 1 }, { at: ["file"] });
  expect(found).toEqual({ reason: "area-of-tests.lost", params: { n: 1 }, at: ["file"] });
  expect(isRetryable(found)).toBe(true);
  expect(isRetryable(other.failure("found"))).toBe(false);
  expect(messageIfAny("old-area.lost", { n: 5 }, "ru")).toBe("Потеряно файлов: 5");
  expect(() => words.fail("lost", { n: 1 })).toThrow(FailureError);
});

test("what came as JSON is a failure by one door", () => {
  expect(receivedFailure(JSON.parse('{"reason":"area-of-tests.lost","params":{"n":1},"at":["file"]}'))).toEqual(
    words.failure("lost", { n: 1 }, { at: ["file"] }),
  );
  expect(receivedFailure({ reason: "of.nobody" })).toEqual({ reason: "of.nobody", params: {} });
  for (const none of [null, "load.empty", 3, [], {}, { reason: 3 }]) expect(receivedFailure(none)).toBeNull();
});

/** Compiled, never run. */
export function refusedByTheCompiler(kind: "a" | "b", any: string, found: Failure): void {
  words.say(`kind-${kind}`, {}, "en");
  // @ts-expect-error a key that is not there
  words.say("lots", {}, "en");
  // @ts-expect-error a failure that is not there
  words.fail("lots");
  // @ts-expect-error a key made of any text
  words.failure(`kind-${any}`);
  // @ts-expect-error a text is no key
  failure("area-of-tests.lost");
  // @ts-expect-error nor is it one in a literal
  const made: Failure = { reason: "area-of-tests.lost", params: {} };
  // @ts-expect-error nor in a sentence
  const sentence: Sentence = { key: "area-of-tests.lost", params: {} };
  // @ts-expect-error nor where it is said
  message("area-of-tests.lost", {}, "en");
  // @ts-expect-error keys of two areas are never the same
  if (words.key("lost") === other.key("found")) throw new Error(found.reason);
  // @ts-expect-error Russian lacks one
  defineWords("area", { en: { one: "One", two: "Two" }, ru: { one: "Один" } });
  // @ts-expect-error Russian has one more
  defineWords("area", { en: { one: "One" }, ru: { one: "Один", two: "Два" } });
  // @ts-expect-error what may be tried again is no sentence of the area
  defineWords("area", { en: { one: "One" }, ru: { one: "Один" }, retryable: ["two"] });
  // @ts-expect-error the keys of an area are a closed union
  const key: KeyOf<typeof words> = "lots";
  throw new Error(`${made.reason} ${sentence.key} ${key}`);
}

test("the areas of a test are known when its file is read", () => {
  expect([...wordsByArea().keys()]).toEqual(expect.arrayContaining(["area-of-tests", "other-area-of-tests"]));
});
