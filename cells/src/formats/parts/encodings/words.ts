// In which encoding a text was read that is no UTF-8, with what else it could be.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("encodings", {
  en: {
    guessed:
      "The file is not UTF-8 and is read as {encoding}: line {line} then says “{value}”. As {other} it would say “{otherValue}”. If that is right, choose it.",
    "guessed-alone":
      "The file is not UTF-8 and is read as {encoding}: line {line} then says “{value}”. If that is wrong, choose another encoding.",
    wide: "The file is {encoding}, and is read as that.",
  },
  ru: {
    guessed:
      "Файл не в UTF-8 и прочитан как {encoding}: в строке {line} тогда стоит «{value}». В {other} там стояло бы «{otherValue}». Если верно это, выберите эту кодировку.",
    "guessed-alone":
      "Файл не в UTF-8 и прочитан как {encoding}: в строке {line} тогда стоит «{value}». Если это неверно, выберите другую кодировку.",
    wide: "Файл в {encoding}, так он и прочитан.",
  },
});
