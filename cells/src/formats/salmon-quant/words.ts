// What is said of the format salmon-quant. What is said of its lines: parts/quantified/words.ts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-salmon-quant", {
  en: { title: "Salmon (quant.sf)" },
  ru: { title: "Salmon (quant.sf)" },
});
