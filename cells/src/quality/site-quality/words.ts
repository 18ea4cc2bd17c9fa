// What is said of the rule site-quality.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-site-quality", {
  en: {
    title: "Quality of sites",
    does: "Sites of which the caller was not sure (QUAL), and those that failed its own filters (FILTER)",
    least: "a site is doubtful below",
    "low-above": "low quality: doubtful above",
    "filtered-above": "filtered: doubtful above",
    nothing: "No column of the sites says a quality or filters.",
    quantiles:
      "{n} {n|site has|sites have} a quality: median {median}, the middle half from {first} to {third}; {low} below {least}.",
    filters: "{n} of {all} {all|site|sites} failed a filter.",
    low: "{n} of {all} {all|site|sites} {n|has|have} a quality below {least} ({value}, above {threshold})",
    filtered: "{n} of {all} {all|site|sites} failed a filter of the program that called {n|it|them}",
  },
  ru: {
    title: "Качество сайтов",
    does: "Сайты, в которых программа не была уверена (QUAL), и те, что не прошли её собственные фильтры (FILTER)",
    least: "сайт сомнителен ниже",
    "low-above": "низкое качество: сомнительно выше",
    "filtered-above": "не прошли фильтр: сомнительно выше",
    nothing: "Ни один столбец сайтов не называет качества или фильтров.",
    quantiles: "Сайтов с качеством: {n}; медиана {median}, средняя половина от {first} до {third}; ниже {least} — {low}.",
    filters: "Не прошли фильтр: {n} из {all} сайтов.",
    low: "Сайтов с качеством ниже {least}: {n} из {all} ({value}, выше {threshold})",
    filtered: "Сайтов, не прошедших фильтр программы, которая их нашла: {n} из {all}",
  },
});
