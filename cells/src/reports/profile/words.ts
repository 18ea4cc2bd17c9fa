// What people call it.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-profile", {
  en: { title: "Profile" },
  ru: { title: "Профиль" },
});
