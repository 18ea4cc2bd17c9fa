// A plug-in of the build: a reader loads the words of her language and no other. The files that hold all languages (the
// screen's dictionary, the list of areas, each words.ts) become empty shells, and each language a chunk of its own
// (`virtual:language/ru`) that src/words/speak.ts pours in.

import { readFileSync } from "node:fs";
import path from "node:path";
import { allWords } from "../cells/src/all-words.ts";
import { type Locale, locales, type Messages } from "../cells/src/messages/locale.ts";
import { words } from "./src/words/dictionary.ts";

/** Said in terminals only, and by the server, whose answers come as sentences. */
const elsewhere = new Set(["cli", "publish"]);
/** What is doubtful in a file comes as sentences of the server; logs are a kernel's. */
const ofFiles = /^(?:load|format-[\w-]+)\.(?:why|issue|log)-/;
const spoken = [...allWords]
  .filter(([area]) => !elsewhere.has(area))
  .map(([area, messages]) => {
    const kept = (of: Messages[Locale]) =>
      Object.fromEntries(Object.entries(of).filter(([key]) => !ofFiles.test(`${area}.${key}`)));
    return [area, { en: kept(messages.en), ru: kept(messages.ru) }] as const;
  });
const prefix = "\0virtual:language/";
const nothing = Object.fromEntries(locales.map((locale) => [locale, {}]));
const maker = path.resolve(import.meta.dirname, "../cells/src/messages/define-words.ts");

/** A words.ts without its words: area and keys stay what they are. */
function shellOf(file: string): string {
  const area = /\bdefineWords\(\s*"([\w-]+)"/.exec(readFileSync(file, "utf8"))?.[1];
  if (!area) throw new Error(`${file} does not begin its words with defineWords("area", …)`);
  if (!allWords.has(area)) throw new Error(`${file}: nothing that all-words.ts imports registers the area ${area}`);
  return `import { defineWords } from ${JSON.stringify(maker)};
export const words = defineWords(${JSON.stringify(area)}, ${JSON.stringify(nothing)});`;
}

export const oneLanguage = () => ({
  name: "one-language",
  enforce: "pre" as const,
  resolveId: (source: string) => (source.startsWith("virtual:language/") ? `\0${source}` : null),
  load(id: string): string | null {
    if (id.endsWith("/workspace/src/words/dictionary.ts")) return `export const words = ${JSON.stringify(nothing)};`;
    if (id.endsWith("/cells/src/messages/areas.ts")) return "export const areas = {};";
    if (/\/cells\/src\/.*\/words\.ts$/.test(id)) return shellOf(id);
    const locale = locales.find((one) => id === `${prefix}${one}`);
    if (!locale) return null;
    return `export default ${JSON.stringify({
      words: words[locale],
      areas: Object.fromEntries(spoken.map(([area, messages]) => [area, messages[locale]])),
    })};`;
  },
});
