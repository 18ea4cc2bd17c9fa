// Messages of the reactive graph: an input that is there but does not fit.

import { defineWords } from "../define-words.ts";

export const words = defineWords("runtime", {
  en: {
    "port-missing": "{name} has no output called {port}. It has: {available}. Choose one of them.",
    "type-refused": "{name} is a {type}; this field takes: {accepts}. Choose another cell.",
  },
  ru: {
    "port-missing": "У {name} нет результата {port}. Есть: {available}. Выберите один из них.",
    "type-refused": "{name} — это {type}; здесь нужно: {accepts}. Выберите другую ячейку.",
  },
});
