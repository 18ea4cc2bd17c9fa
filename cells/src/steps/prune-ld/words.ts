// What is said of the step prune-ld.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-prune-ld", {
  en: {
    title: "Prune linked sites",
    does: "Keeps sites of which no two near ones go together (linkage disequilibrium), as PLINK's --indep-pairwise",
    says: "keeps sites of which no two in a window of {window} (moved by {step}) have an r² above {most}",
    "says-counted":
      "keeps {kept} of {all} sites, of which no two in a window of {window} (moved by {step}) have an r² above {most}",
    window: "window (sites)",
    "window-kb": "window (kb)",
    "window-size": "window",
    unit: "window in",
    sites: "sites",
    kb: "kb",
    "kb-step": "Step {step}: a window in kb is moved by one site, and here by {moved}. Move it by 1.",
    "says-kb": "keeps sites of which no two within {window} kb have an r² above {most}",
    "says-counted-kb": "keeps {kept} of {all} sites, of which no two within {window} kb have an r² above {most}",
    "kb-no-positions": "Step {step}: a window in kb needs positions, and no column says them. Take a window in sites.",
    step: "moved by",
    most: "r² at most",
    "no-genotypes":
      "Step {step} compares copies of alleles (0, 1 or 2), and the matrix holds other values. Give it the genotypes of a VCF or of PLINK.",
    "too-far": "Step {step}: a window of {window} sites that is moved by {moved} passes sites over. Move it by {window} at most.",
    "out-of-range": "Step {step}: r² lies between 0 and 1, and {value} does not.",
    "too-much":
      "Step {step}: windows of {window} sites over {sites} sites of {samples} samples are too much work. Take a smaller window, or drop rare sites first.",
    "no-places":
      "Step {step}: no column says chromosomes, so that all sites are taken to lie on one, in the order of the matrix.",
    "not-sorted": "Step {step}: sites are compared in the order of their positions, which is not that of the matrix.",
    "no-positions":
      "Step {step}: no column says positions, so that sites of a chromosome are compared in the order of the matrix.",
    others:
      "Step {step}: {n} {n|site|sites} on X, Y, in mitochondria or without a chromosome {n|stays|stay} as {n|it is|they are}: {n|it is|they are} not compared.",
    "all-children": "Step {step}: every sample has a parent who is named, so that children are compared, too.",
    menu: "Prune linked sites",
    "menu-line": "Before components: of sites that go together one is left",
    "menu-words": "ld pruning linkage disequilibrium indep-pairwise r2 pca variants snps",
  },
  ru: {
    title: "Прореживание сцепленных сайтов (LD)",
    does: "Оставляет сайты, из которых никакие два соседних не меняются вместе (неравновесие по сцеплению), как --indep-pairwise в PLINK",
    says: "оставляет сайты, где никакие два в окне из {window} (сдвиг {step}) не имеют r² выше {most}",
    "says-counted": "оставляет {kept} из {all} сайтов, где никакие два в окне из {window} (сдвиг {step}) не имеют r² выше {most}",
    window: "окно (сайтов)",
    "window-kb": "окно (т. п. н.)",
    "window-size": "окно",
    unit: "окно в",
    sites: "сайтах",
    kb: "т. п. н.",
    "kb-step": "Шаг {step}: окно в т. п. н. сдвигается на один сайт, а здесь — на {moved}. Сдвигайте на 1.",
    "says-kb": "оставляет сайты, где никакие два в пределах {window} т. п. н. не имеют r² выше {most}",
    "says-counted-kb": "оставляет {kept} из {all} сайтов, где никакие два в пределах {window} т. п. н. не имеют r² выше {most}",
    "kb-no-positions": "Шаг {step}: для окна в т. п. н. нужны позиции, а их ни один столбец не называет. Возьмите окно в сайтах.",
    step: "сдвиг",
    most: "r² не больше",
    "no-genotypes":
      "Шаг {step} сравнивает копии аллелей (0, 1 или 2), а в матрице другие значения. Дайте ему генотипы из VCF или PLINK.",
    "too-far": "Шаг {step}: окно из {window} сайтов при сдвиге на {moved} пропускает сайты. Сдвигайте не больше чем на {window}.",
    "out-of-range": "Шаг {step}: r² лежит между 0 и 1, а {value} — нет.",
    "too-much":
      "Шаг {step}: окна по {window} сайтов на {sites} сайтах у {samples} образцов — слишком много работы. Возьмите окно меньше или сначала уберите редкие сайты.",
    "no-places": "Шаг {step}: хромосом ни один столбец не называет, и все сайты считаются лежащими на одной, в порядке матрицы.",
    "not-sorted": "Шаг {step}: сайты сравниваются в порядке позиций, а не в порядке матрицы.",
    "no-positions": "Шаг {step}: позиций ни один столбец не называет, и сайты хромосомы сравниваются в порядке матрицы.",
    others: "Шаг {step}: сайты на X, Y, в митохондриях и без хромосомы ({n}) остаются как есть: они не сравниваются.",
    "all-children": "Шаг {step}: у всех образцов назван родитель, и сравниваются и дети.",
    menu: "Проредить сцепленные сайты",
    "menu-line": "Перед компонентами: из сайтов, которые меняются вместе, остаётся один",
    "menu-words": "ld неравновесие по сцеплению прореживание indep-pairwise r2 pca варианты снипы",
  },
});
