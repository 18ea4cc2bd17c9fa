// A plug-in of the build: a reader loads the words of her language and no other. The files that hold all languages (the
// screen's dictionary, each words.ts, card-words.ts and check-words.ts) become empty shells, and each language two chunks
// of its own that src/words/speak.ts pours in: the screen's words with the names of the kinds (`virtual:language/ru`), and
// what cells say (`virtual:language/ru/cells`).

import { readFileSync } from "node:fs";
import path from "node:path";
import { allWords } from "../cells/src/all-words.ts";
import { presentKeys } from "../cells/src/messages/catalogue.ts";
import { type Locale, locales, type Messages } from "../cells/src/messages/locale.ts";
import { words } from "./src/words/dictionary.ts";

/** Said in terminals only. */
const elsewhere = new Set(["cli"]);
/** Areas of cards; of these the first paint needs the name of the kind. */
const ofCard = /^kind-/;
/** Why a file is of its format comes as a sentence of the server; what a step does, the command line says. What is doubtful in a file stands above what was loaded. */
const notHere = /^(?:(?:load|format-[\w-]+)\.why-|step-[\w-]+\.does$)/;
const prefix = "\0virtual:language/";
const nothing = Object.fromEntries(locales.map((locale) => [locale, {}]));
const maker = path.resolve(import.meta.dirname, "../cells/src/messages/define-words.ts");

/** `more`: areas that the lists do not know, for tests. */
export function oneLanguage(more: ReadonlyMap<string, Messages> = new Map()) {
  const known = new Map([...allWords, ...more]);
  const spoken = [...known]
    .filter(([area]) => !elsewhere.has(area))
    .map(([area, messages]) => {
      const kept = (of: Messages[Locale]) =>
        Object.fromEntries(Object.entries(of).filter(([key]) => !notHere.test(`${area}.${key}`)));
      return [area, { en: kept(messages.en), ru: kept(messages.ru) }] as const;
    });

  /** A words.ts without its words: area and keys stay what they are. */
  const shellOf = (file: string, source: string): string => {
    const area = /\bdefineWords\(\s*"([\w-]+)"/.exec(source)?.[1];
    if (!area) throw new Error(`${file} does not begin its words with defineWords("area", …)`);
    if (!known.has(area)) throw new Error(`${file}: nothing that all-words.ts imports registers the area ${area}`);
    return `import { defineWords } from ${JSON.stringify(maker)};
export const words = defineWords(${JSON.stringify(area)}, ${JSON.stringify(nothing)});`;
  };
  const first = (locale: Locale) => ({
    words: words[locale],
    areas: Object.fromEntries(
      spoken.flatMap(([area, messages]) => (ofCard.test(area) ? [[area, { title: messages[locale]["title"] }]] : [])),
    ),
  });
  const rest = (locale: Locale) => ({
    areas: Object.fromEntries(
      spoken.map(([area, messages]) => {
        const { title: _title, ...others } = messages[locale];
        return [area, ofCard.test(area) ? others : messages[locale]];
      }),
    ),
    // What was recorded before words moved is said all the same.
    formerly: Object.fromEntries(presentKeys()),
  });

  return {
    name: "one-language",
    enforce: "pre" as const,
    resolveId: (source: string) => (source.startsWith("virtual:language/") ? `\0${source}` : null),
    load(id: string): string | null {
      if (id.endsWith("/workspace/src/words/dictionary.ts")) return `export const words = ${JSON.stringify(nothing)};`;
      if (/\/cells\/src\/.*\/(?:card-|check-)?words\.ts$/.test(id)) return shellOf(id, readFileSync(id, "utf8"));
      for (const locale of locales) {
        if (id === `${prefix}${locale}`) return `export default ${JSON.stringify(first(locale))};`;
        if (id === `${prefix}${locale}/cells`) return `export default ${JSON.stringify(rest(locale))};`;
      }
      return null;
    },
  };
}
