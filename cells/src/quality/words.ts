// What thresholds of several rules are called.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("quality-thresholds", {
  en: {
    "warn-below": "doubtful below",
    "fail-below": "fails below",
    "warn-above": "doubtful above",
    "fail-above": "fails above",
    features: "of so many that vary most",
  },
  ru: {
    "warn-below": "сомнительно ниже",
    "fail-below": "не годится ниже",
    "warn-above": "сомнительно выше",
    "fail-above": "не годится выше",
    features: "по стольким самым изменчивым",
  },
});
