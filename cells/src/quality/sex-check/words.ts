// What is said of the rule sex-check.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-sex-check", {
  en: {
    unclear: "unclear nearer to the half than",
    title: "Sex",
    does: "XIST and genes of the Y against the sex that is declared: what differs was mixed up",
    "no-sex": "No column says the sex of the samples. Name it, where there is one.",
    unread: "{column} says the sex as {values}, of which it is not known which is female. Write female and male in the sheet.",
    "some-unread":
      "{column} says neither female nor male for {n} {n|sample|samples} ({values}); {n|it is|they are} not compared.",
    "all-swapped":
      "{column} says the other sex of nearly all samples: those called female have the genes of males, and the other way round.",
    "no-genes": "XIST and a gene of the Y chromosome are not both among the rows by a name that is known.",
    "one-sex": "All samples are said to be of one sex, so that there is nothing to compare.",
    "not-apart": "XIST and the genes of the Y do not tell females from males here.",
    "is-male": "{sample}: {column} says female, and its genes are those of a male",
    "is-female": "{sample}: {column} says male, and its genes are those of a female",
    between: "{sample}: its genes are neither those of a female nor of a male; it may be a mixture of two samples",
  },
  ru: {
    unclear: "неясно ближе к середине, чем",
    title: "Пол",
    does: "XIST и гены Y-хромосомы против указанного пола: что не сходится, то спутано",
    "no-sex": "Ни один столбец не называет пол образцов. Укажите его, если он есть.",
    unread: "В {column} пол записан как {values}, и неизвестно, что из этого женский. Напишите в таблице female и male.",
    "some-unread":
      "В {column} у {n} {n|образца|образцов|образцов} не указан ни женский, ни мужской пол ({values}); они не сравниваются.",
    "all-swapped": "В {column} почти у всех образцов указан другой пол: у названных женскими гены мужские, и наоборот.",
    "no-genes": "Среди строк нет под известными именами XIST и гена Y-хромосомы.",
    "one-sex": "У всех образцов указан один пол, и сравнивать не с чем.",
    "not-apart": "XIST и гены Y здесь не отличают женский пол от мужского.",
    "is-male": "{sample}: в {column} указан женский пол, а гены мужские",
    "is-female": "{sample}: в {column} указан мужской пол, а гены женские",
    between: "{sample}: гены ни женские, ни мужские; возможно, это смесь двух образцов",
  },
});
