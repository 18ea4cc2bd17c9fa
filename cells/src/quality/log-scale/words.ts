// What is said of the rule log-scale.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-log-scale", {
  en: {
    title: "Scale",
    does: "Whether values are logarithms already or ask for one, by range and skewness",
    range: "logarithms lie below",
    skew: "skewed above",
    counts: "These are counts: samples are compared by log2(CPM + 1). For pictures and models take log CPM.",
    "few-samples": "{n} {n|sample is|samples are} too few to tell of all.",
    nothing: "There are no values by which it could be told.",
    suggested: "The values reach {top} (99 %) and are skewed by {value}; more than {threshold}. A logarithm is suggested",
    "suggested-floor":
      "The values reach {top} (99 %) and are skewed by {value}; more than {threshold}. A logarithm is suggested; a share of {share} is not above 0 and has none: it is raised to {floor}, about its noise",
    "no-counts":
      "These are called counts and look like logarithms: 99 % of the values lie below {value}, and most are not whole. Say what they are where they are loaded",
    "no-logs":
      "These are called logarithms and reach {value} (99 %); more than {threshold}. Say what they are where they are loaded",
  },
  ru: {
    title: "Шкала",
    does: "Прологарифмированы ли значения или просят логарифма — по размаху и асимметрии",
    range: "логарифмы меньше",
    skew: "асимметрия больше",
    counts: "Это счётчики прочтений: образцы сравниваются по log2(CPM + 1). Для графиков и моделей возьмите log CPM.",
    "few-samples": "Образцов {n}: слишком мало, чтобы говорить обо всех.",
    nothing: "Нет значений, по которым это можно понять.",
    suggested: "Значения доходят до {top} (99 %), асимметрия {value}; больше {threshold}. Стоит взять логарифм",
    "suggested-floor":
      "Значения доходят до {top} (99 %), асимметрия {value}; больше {threshold}. Стоит взять логарифм; доля {share} не больше 0, логарифма у неё нет: она поднимается до {floor}, примерно до шума",
    "no-counts":
      "Это названо счётчиками, а похоже на логарифмы: 99 % значений меньше {value}, и большинство не целые. Укажите, что это, там, где они загружены",
    "no-logs":
      "Это названо логарифмами, а доходит до {value} (99 %); больше {threshold}. Укажите, что это, там, где они загружены",
  },
});
