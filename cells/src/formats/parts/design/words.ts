// What is said of a design before anything is computed with it.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("design", {
  en: {
    "one-sample":
      "In {column} {n|the group|the groups} {groups} {n|is|are} of one sample: no test can tell what is usual in {n|it|them}. Leave {n|it|them} out of comparisons, or add samples.",
    same: "{first} and {second} divide the samples in the same way: which of the two makes a difference cannot be told. Take one of them into an analysis.",
    follows:
      "{second} follows from {first} (each of {first} is of one {second}): in a model with both, the effect of {second} cannot be told from that of {first}. Take one of them, or {first} within {second}.",
    together:
      "{column} follows from {others} taken together: a model with all of them has {rank} effects to tell apart and not {of}. Leave one of them out.",
    confounded:
      "Each of {lab} holds one group of {column} only: what {column} does cannot be told from what {lab} does. No correction helps; samples of several groups in one of {lab} would.",
    "group-in-one":
      "{n|The group|The groups} {groups} of {column} {n|is|are} in one of {lab} only ({held}), which holds no other: there {column} and {lab} cannot be told apart.",
  },
  ru: {
    "one-sample":
      "В {column} {n|группа|группы|группы} {groups} {n|состоит|состоят|состоят} из одного образца: никакой критерий не скажет, что в {n|ней|них|них} обычно. Не сравнивайте {n|её|их|их} или добавьте образцы.",
    same: "{first} и {second} делят образцы одинаково: что из двух меняет дело, узнать нельзя. Возьмите в анализ одно из них.",
    follows:
      "{second} следует из {first} (каждому значению {first} отвечает одно {second}): в модели с обоими действие {second} нельзя отделить от действия {first}. Возьмите одно из них или {first} внутри {second}.",
    together:
      "{column} следует из {others}, взятых вместе: модель со всеми различит {rank} действий, а не {of}. Уберите одно из них.",
    confounded:
      "В каждой из {lab} лишь одна группа {column}: действие {column} нельзя отделить от действия {lab}. Поправка не поможет; помогли бы образцы нескольких групп в одной из {lab}.",
    "group-in-one":
      "{n|Группа|Группы|Группы} {groups} столбца {column} есть лишь в одной из {lab} ({held}), где нет других: там {column} и {lab} не различить.",
  },
});
