// Where the screen begins: settings that must stand before anything else, then the shell.

import { createRoot } from "react-dom/client";
import { App, hurry, rememberedLocale } from "./shell/App.tsx";
import { parseRoute } from "./router/route.ts";
import { speak, speakWholly } from "./words/speak.ts";
import { chooseLocale } from "./words/words.ts";
import "./theme/fonts.css";
import "./theme/theme.css";
import "./theme/base.css";

// zod, which comes with the kinds, would probe `new Function`, which the content policy reports.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

const root = document.getElementById("root");
if (root) {
  hurry(parseRoute(`${location.pathname}${location.search}${location.hash}`));
  try {
    const locale = chooseLocale(rememberedLocale(), navigator.languages);
    await speak(locale);
    createRoot(root).render(<App />);
    // Asked for again by whoever needs it.
    speakWholly(locale).catch(() => undefined);
  } catch {
    // Without words there is no catalogue to say it from.
    root.textContent = "The server does not answer. Load this page again. · Сервер не отвечает. Загрузите страницу ещё раз.";
  }
}
