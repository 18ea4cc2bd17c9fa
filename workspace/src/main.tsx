// Where the screen begins: settings that must stand before anything else, then the shell.

import { createRoot } from "react-dom/client";
import { z } from "zod";
import { App, hurry, rememberedLocale } from "./app/App.tsx";
import { parseRoute } from "./router/route.ts";
import { speak } from "./words/speak.ts";
import { chooseLocale } from "./words/words.ts";
import "./theme/theme.css";
import "./theme/base.css";

// zod would probe `new Function`, which the content policy reports.
z.config({ jitless: true });

const root = document.getElementById("root");
if (root) {
  hurry(parseRoute(`${location.pathname}${location.search}${location.hash}`));
  try {
    await speak(chooseLocale(rememberedLocale(), navigator.languages));
    createRoot(root).render(<App />);
  } catch {
    // Without words there is no catalogue to say it from.
    root.textContent = "The server does not answer. Load this page again. · Сервер не отвечает. Загрузите страницу ещё раз.";
  }
}
