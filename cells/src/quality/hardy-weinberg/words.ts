// What is said of the rule hardy-weinberg.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-hardy-weinberg", {
  en: {
    title: "Hardy-Weinberg equilibrium",
    does: "Heterozygotes at each autosomal site beside those expected of mating at random (exact test, as PLINK's), in each population by itself and of cases and controls in controls: a site far from it is read badly more often than it is selected",
    below: "sites: doubtful below (p)",
    test: "test",
    "test-exact": "exact",
    "test-mid-p": "mid-p",
    few: "The test takes {least} people of one population at least; the largest has {n}.",
    "few-controls": "The test takes {least} controls of one population at least; there are {n}.",
    "no-variance": "No autosomal site with genotypes of two copies varies.",
    by: "Each population of {column} is tested by itself.",
    "by-controls": "The controls by {controls} are tested, each population of {column} by itself.",
    controls:
      "The controls by {controls} are tested together: no column says a population. Where there are several, fewer are heterozygous than expected at many sites, and none of them is read badly.",
    pooled:
      "All samples are tested together: no column says a population. Where there are several, fewer are heterozygous than expected at many sites, and none of them is read badly. Name the column of populations as the groups.",
    "of-all":
      "{n} of {tested} varying {tested|site|sites} in {people} people {n|has|have} a p below {threshold}: {many} with too many heterozygotes, {few} with too few",
    "of-group":
      "{group} ({people} people): {n} of {tested} varying {tested|site|sites} {n|has|have} a p below {threshold}: {many} with too many heterozygotes, {few} with too few",
    small: "{n} {n|group|groups} of fewer than {least} people {n|is|are} not tested.",
    children: "{n} {n|sample|samples} with a parent who is named {n|is|are} not tested, as PLINK has it.",
    far: "{n} of {all} {all|site|sites} {n|is|are} far from Hardy-Weinberg equilibrium (p below {threshold}, the least {value}); of all samples together, {many} with too many heterozygotes and {few} with too few",
    "far-within":
      "{n} of {all} {all|site|sites} {n|is|are} far from Hardy-Weinberg equilibrium within a population of {column} (p below {threshold}, the least {value}); {many} times with too many heterozygotes, {few} with too few",
  },
  ru: {
    title: "Равновесие Харди — Вайнберга",
    does: "Гетерозиготы в каждом аутосомном сайте рядом с ожидаемым при случайных скрещиваниях (точный тест, как в PLINK), в каждой популяции отдельно, а из случаев и контролей — в контролях: сайт, далёкий от равновесия, чаще плохо прочитан, чем под отбором",
    below: "сайты: сомнительно ниже (p)",
    test: "тест",
    "test-exact": "точный",
    "test-mid-p": "mid-p",
    few: "Тесту нужно не менее {least} людей одной популяции; в наибольшей их {n}.",
    "few-controls": "Тесту нужно не менее {least} контролей одной популяции; их {n}.",
    "no-variance": "Ни один аутосомный сайт с диплоидными генотипами не меняется.",
    by: "Каждая популяция из {column} проверяется отдельно.",
    "by-controls": "Проверяются контроли по {controls}, каждая популяция из {column} отдельно.",
    controls:
      "Контроли по {controls} проверяются вместе: популяций ни один столбец не называет. Если их несколько, во многих сайтах гетерозигот меньше ожидаемого, хотя прочитаны они верно.",
    pooled:
      "Все образцы проверяются вместе: популяций ни один столбец не называет. Если их несколько, во многих сайтах гетерозигот меньше ожидаемого, хотя прочитаны они верно. Укажите столбец популяций как группы.",
    "of-all":
      "У {people} человек p ниже {threshold} в {n} из {tested} изменчивых сайтов: с избытком гетерозигот {many}, с недостатком {few}",
    "of-group":
      "{group} (человек: {people}): p ниже {threshold} в {n} из {tested} изменчивых сайтов: с избытком гетерозигот {many}, с недостатком {few}",
    small: "Групп, где меньше {least} человек: {n}; они не проверяются.",
    children: "Образцов, у которых назван родитель: {n}; они не проверяются, как и в PLINK.",
    far: "Сайтов, далёких от равновесия Харди — Вайнберга: {n} из {all} (p ниже {threshold}, наименьшее {value}); по всем образцам вместе, с избытком гетерозигот {many}, с недостатком {few}",
    "far-within":
      "Сайтов, далёких от равновесия Харди — Вайнберга внутри популяции из {column}: {n} из {all} (p ниже {threshold}, наименьшее {value}); с избытком гетерозигот {many} раз, с недостатком {few}",
  },
});
