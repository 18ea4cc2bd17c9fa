// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-mutations", {
  en: {
    title: "Mutations",
    mutations: "Summarise mutations",
    "mutations-line": "Oncoprint, lollipop of a gene, frequencies, which genes go together, burden, transitions",
    "mutations-words":
      "mutations maf maftools oncoprint oncoplot waterfall lollipop tmb burden co-occurrence mutual exclusivity titv somatic variants driver genes cohort",
    "needs-from": "Choose a table of mutations (MAF): a row a mutation, with its gene and sample.",
  },
  ru: {
    title: "Мутации",
    mutations: "Обобщить мутации",
    "mutations-line": "Онкопринт, «леденцы» гена, частоты, какие гены мутируют вместе, нагрузка, транзиции",
    "mutations-words":
      "мутации maf онкопринт леденцы нагрузка tmb взаимное исключение соматические варианты гены драйверы когорта транзиции",
    "needs-from": "Выберите таблицу мутаций (MAF): строка на мутацию, с геном и образцом.",
  },
});
