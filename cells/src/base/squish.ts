// Texts as they look: blanks and signs that nobody sees make two texts of one.

import { joinersIn } from "./clean-name.ts";

const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** Without blanks before and behind, one for several inside, whatever kind they are, and without signs of no width that join nothing. */
export const squish = (text: string): string => withoutUnseen(text).replace(/\s+/g, " ").trim();

function withoutUnseen(text: string): string {
  if (text.search(unseen) < 0) return text;
  const kept = joinersIn(text);
  return text.replace(unseen, (sign, at: number) => (kept.has(at) ? sign : ""));
}
