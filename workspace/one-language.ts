// A plug-in of the build: a reader loads the words of her language and no other. The two files that hold all languages
// become empty shells, and each language a chunk of its own (`virtual:language/ru`) that src/words/speak.ts pours in.

import { areas } from "../cells/src/messages/areas.ts";
import { locales } from "../cells/src/messages/locale.ts";
import { words } from "./src/words/dictionary.ts";

/** Said in terminals only, and by the server, whose answers come as sentences. */
const elsewhere = new Set(["cli", "publish"]);
const spoken = Object.entries(areas).filter(([area]) => !elsewhere.has(area));
const prefix = "\0virtual:language/";

export const oneLanguage = () => ({
  name: "one-language",
  enforce: "pre" as const,
  resolveId: (source: string) => (source.startsWith("virtual:language/") ? `\0${source}` : null),
  load(id: string): string | null {
    const nothing = Object.fromEntries(locales.map((locale) => [locale, {}]));
    if (id.endsWith("/workspace/src/words/dictionary.ts")) return `export const words = ${JSON.stringify(nothing)};`;
    if (id.endsWith("/cells/src/messages/areas.ts"))
      return `export const areas = ${JSON.stringify(Object.fromEntries(spoken.map(([area]) => [area, nothing])))};`;
    const locale = locales.find((one) => id === `${prefix}${one}`);
    if (!locale) return null;
    return `export default ${JSON.stringify({
      words: words[locale],
      areas: Object.fromEntries(spoken.map(([area, messages]) => [area, messages[locale]])),
    })};`;
  },
});
