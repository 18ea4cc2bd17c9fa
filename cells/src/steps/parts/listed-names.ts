// Names of features in sentences: ten of them, and that there are more.

import { nounNamed } from "../../artifacts/rows-called.ts";
import { words as called } from "../../artifacts/rows-called/words.ts";
import type { JsonObject } from "../../base/json.ts";

const most = 10;

/** For `{names}{more}`. */
export const named = (names: readonly string[]): JsonObject => ({
  names: names.slice(0, most),
  more: names.length > most ? ", …" : "",
});

/** "genes", for `{noun}` of a sentence that is said in the reader's language. */
export const featureWords = (noun: string): JsonObject => ({ key: called.key(`of-${nounNamed(noun)}`), params: {} });
