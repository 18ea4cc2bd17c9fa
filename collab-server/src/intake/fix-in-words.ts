// What a setting of a load cell would do, on the button of the intake card that sets it.

import type { Fix } from "@genomecraft/cells/contract/format.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { ownWords } from "@genomecraft/cells/contract/known-missing.ts";
import { type Locale } from "@genomecraft/cells/messages/locale.ts";
import { words } from "@genomecraft/cells/messages/server/words.ts";

const said = [
  "fix-ragged-fill",
  "fix-quotes-none",
  "fix-decimal-comma",
  "fix-decimal-point",
  "fix-thousands-none",
  "fix-thousands-auto",
  "fix-rowNames-true",
  "fix-rowNames-false",
  "fix-header-true",
  "fix-header-false",
  "fix-headerRows-1",
  "fix-skip-0",
  "fix-merged-fill",
  "fix-samplesIn-rows",
  "fix-samplesIn-columns",
  "fix-duplicates-suffix",
  "fix-read-table",
  "fix-annotations-samples",
  "fix-summaryRows-keep",
] as const;

export function fixInWords({ path, value }: Fix, locale: Locale): string {
  const field = path.join(".");
  if (field === "missing" && Array.isArray(value)) {
    const added = ownWords(value);
    const named = (added.length > 0 ? added : value).map((word: string) => `“${word}”`);
    return words.say("fix-missing", { words: named, n: named.length }, locale);
  }
  const key = said.find((one) => one === `fix-${field}-${String(value)}`);
  return key ? words.say(key, {}, locale) : words.say("fix-any", { field, value: value as Json }, locale);
}
