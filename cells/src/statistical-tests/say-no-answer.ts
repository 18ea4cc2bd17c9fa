// Why a value could not be tested, in a language.

import type { NoAnswer } from "../contract/statistical-test.ts";
import type { KeyOf } from "../messages/define-words.ts";
import type { Locale } from "../messages/locale.ts";
import type { Sentence } from "../messages/sentence.ts";
import { words } from "./words.ts";

export type NotTested = NoAnswer | "infinite" | "missing";

/** As tables hold it: any other text is none. */
export const notTestedOf = (code: string): NotTested | null => (Object.hasOwn(keys, code) ? (code as NotTested) : null);

const keys: { readonly [why in NotTested]: KeyOf<typeof words> } = {
  "too-few": "too-few",
  constant: "constant",
  "one-group-constant": "one-group-constant",
  "groups-constant": "groups-constant",
  "pairs-constant": "pairs-constant",
  "no-number": "no-number",
  "one-group": "one-group",
  "no-pairs": "no-pairs",
  "all-zero": "all-zero",
  "no-change": "no-change",
  "one-value": "one-value",
  "exact-of-two": "exact-of-two",
  "too-many-tables": "too-many-tables",
  "not-square": "not-square",
  infinite: "infinite",
  missing: "missing",
};

export const noAnswerSentence = (why: NotTested): Sentence => words.sentence(keys[why]);
export const sayNoAnswer = (why: NotTested, locale: Locale): string => words.say(keys[why], {}, locale);
