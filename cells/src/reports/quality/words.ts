// What people call the report, and what it says as a doubt.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-quality", {
  en: {
    title: "Quality",
    fails: "{n} of {all} {all|sample|samples} {n|fails|fail} a rule of quality: {names}",
    warns: "{n} of {all} {all|sample|samples} {n|is|are} doubtful by a rule of quality: {names}",
  },
  ru: {
    title: "Качество",
    fails: "Образцов, не прошедших проверку качества: {n} из {all}: {names}",
    warns: "Сомнительных по качеству образцов: {n} из {all}: {names}",
  },
});
