// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-enrich", {
  en: {
    title: "Gene sets",
    enrich: "Ask which gene sets change",
    "enrich-line":
      "Which pathways stand behind the genes that differ: over-representation of a list, or preranked GSEA of all genes",
    "enrich-words":
      "gene set enrichment gsea pathway pathways over-representation ora hypergeometric gene ontology go kegg reactome msigdb hallmark fgsea clusterprofiler gmt functional annotation",
    "needs-from": "Choose a table of tested genes.",
    "needs-sets": "Choose gene sets: a GMT file that is loaded, or a table of sets and genes.",
  },
  ru: {
    title: "Наборы генов",
    enrich: "Спросить, какие наборы генов меняются",
    "enrich-line": "Какие пути стоят за различающимися генами: перепредставленность в списке или GSEA всех генов по рангу",
    "enrich-words":
      "обогащение наборы генов gsea пути перепредставленность гипергеометрический онтология генов go kegg reactome msigdb hallmark fgsea gmt функциональная аннотация",
    "needs-from": "Выберите таблицу проверенных генов.",
    "needs-sets": "Выберите наборы генов: загруженный файл GMT или таблицу с наборами и генами.",
  },
});
