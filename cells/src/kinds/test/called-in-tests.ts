// What stands in the table of tests, as people read it: the table itself holds codes, in no language.

import type { Locale } from "../../messages/locale.ts";
import { notTestedOf, sayNoAnswer } from "../../statistical-tests/say-no-answer.ts";
import { whyColumn } from "./table-of-tests.ts";

/** Null: as it stands. */
export function calledInTests(column: string, text: string, locale: Locale): string | null {
  const none = column === whyColumn ? notTestedOf(text) : null;
  return none && sayNoAnswer(none, locale);
}
