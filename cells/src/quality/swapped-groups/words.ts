// What is said of the rule swapped-groups.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-swapped-groups", {
  en: {
    apart: "groups are apart from a share of",
    title: "Swapped labels",
    does: "Samples that are like another group than the one that their sheet says",
    "no-group": "No column says which groups are compared. Name it, where there is one.",
    "small-groups": "{column} has no two groups of three samples or more.",
    "not-apart":
      "The groups of {column} are too alike to find swapped labels: a share of {share} of the samples is nearest to its own group. How much is needed stands under Rules.",
    swapped: "{sample} is called {group} and is like {other}: {value} times as far from its own group; more than {threshold}",
  },
  ru: {
    apart: "группы различимы от доли",
    title: "Перепутанные метки",
    does: "Образцы, похожие на другую группу, а не на указанную",
    "no-group": "Ни один столбец не называет сравниваемые группы. Укажите его, если он есть.",
    "small-groups": "В {column} нет двух групп хотя бы по три образца.",
    "not-apart":
      "Группы {column} слишком похожи, чтобы найти перепутанные метки: к своей группе ближе всего доля образцов {share}. Сколько нужно, указано в правилах.",
    swapped: "{sample}: указана группа {group}, а похож на {other}: до своей группы в {value} раза дальше; больше {threshold}",
  },
});
