// What a setting of a load cell would do, on the button that sets it: of the intake card, of the cell and of its refusal. No
// button shows a value as settings have it.

import { ownWords } from "../../base/known-missing.ts";
import type { Json, JsonPath } from "../../base/json.ts";
import { type Locale, quoted } from "../locale.ts";
import { messageIfAny } from "../catalogue.ts";
import { encodingName } from "./encoding-name.ts";
import { words } from "./words.ts";

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
  "fix-blocks-keep",
  "fix-samplesIn-rows",
  "fix-samplesIn-columns",
  "fix-duplicates-suffix",
  "fix-indexed-rows",
  "fix-read-table",
  "fix-read-matrix",
  "fix-annotations-samples",
  "fix-summaryRows-keep",
  "fix-summaryRows-leave-out-of-tables",
  "fix-sampleNames-exact",
  "fix-alphabet-dna",
  "fix-alphabet-rna",
  "fix-alphabet-protein",
  "fix-qualities-sanger",
  "fix-qualities-illumina-1.3",
  "fix-qualities-illumina-1.5",
  "fix-qualities-solexa",
] as const;
/** Settings whose value is a name of the file, or how many lines stand above the table. */
const named = ["fix-sheet", "fix-samplesBy", "fix-skip", "fix-layer", "fix-records"] as const;

type Setting = { readonly path: JsonPath; readonly value: Json };

export function fixInWords({ path, value }: Setting, locale: Locale): string {
  const field = path.join(".");
  if (field === "missing" && Array.isArray(value)) {
    const all = value.map(String);
    const added = ownWords(all);
    // The known words, with NA or without: what is asked is what NA is.
    if (added.length === 0) return words.say(all.includes("NA") ? "fix-missing-na" : "fix-name-na", {}, locale);
    const missing = added.map((word) => quoted(word, locale));
    return words.say("fix-missing", { words: missing, n: missing.length }, locale);
  }
  if (field === "sameSamples") return words.say("fix-sameSamples", {}, locale);
  if (field === "annotations" && Array.isArray(value))
    return words.say("fix-annotations-named", { columns: value.map(String) }, locale);
  if (field === "layers" && Array.isArray(value)) return words.say("fix-layers", { layers: value.map(String) }, locale);
  const key = said.find((one) => one === `fix-${field}-${String(value)}`);
  if (key) return words.say(key, {}, locale);
  const ofName = named.find((one) => one === `fix-${field}`);
  if (ofName && value !== null) return words.say(ofName, { value }, locale);
  if (value === null || value === "auto") return words.say("fix-found", {}, locale);
  const as = field === "encoding" ? encodingName(value) : field === "format" ? formatTitle(value, locale) : null;
  return as === null ? words.say("fix-any", {}, locale) : words.say("fix-as", { as }, locale);
}

const formatTitle = (format: Json, locale: Locale): string | null =>
  typeof format === "string" ? messageIfAny(`format-${format}.title`, {}, locale) : null;

/** For logs and the command line, as a notebook file has it: "Otherwise: decimal: point". */
export const otherwise = ({ path, value }: Setting, locale: Locale): string =>
  words.say("otherwise", { setting: `${path.join(".")}: ${String(value)}` }, locale);
