// Texts as they look: blanks and signs that nobody sees make two texts of one.

const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** Without blanks before and behind, one for several inside, whatever kind they are, and without signs of no width. */
export const squish = (text: string): string => text.replace(unseen, "").replace(/\s+/g, " ").trim();
