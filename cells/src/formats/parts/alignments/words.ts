// What is said of alignments, whatever file they stand in.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("alignments", {
  en: {
    "header-broken": "The header of {name} is damaged: {what}. Copy or download the file again.",
    "record-broken":
      "A record of {name} is damaged ({what}); it is the {record}. that was read. Copy or download the file again.",
    "not-text": "{column} of an alignment holds bytes that are no letters of UTF-8. Copy or download the file again.",
    "what-cut": "it ends within itself",
    "what-length": "it gives a length of {found}, and {left} bytes are left",
    "what-text": "the letters of a name are not there",
    "what-sequence": "it names sequence {found} of {sequences}",
    "what-fields": "its fields are longer than itself",
    "what-many": "it has more than a million sequences",
  },
  ru: {
    "header-broken": "Заголовок файла {name} повреждён: {what}. Скопируйте или скачайте файл заново.",
    "record-broken":
      "Запись файла {name} повреждена ({what}); она прочитана {record}-й по счёту. Скопируйте или скачайте файл заново.",
    "not-text":
      "В поле {column} одного из выравниваний стоят байты, которые не буквы UTF-8. Скопируйте или скачайте файл заново.",
    "what-cut": "он обрывается",
    "what-length": "указана длина {found}, а осталось байт: {left}",
    "what-text": "букв имени нет на месте",
    "what-sequence": "названа последовательность {found} из {sequences}",
    "what-fields": "поля длиннее самой записи",
    "what-many": "последовательностей больше миллиона",
  },
});
