// What is said of the step pseudobulk.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-pseudobulk", {
  en: {
    title: "Pseudobulk",
    does: "Makes one sample of all cells (or samples) of a group: their sum or their mean",
    "says-sum": "sums cells by {by}, groups of {least} and more",
    "says-mean": "averages cells by {by}, groups of {least} and more",
    menu: "Pseudobulk",
    "menu-line": "One sample for each donor and cell type",
    "menu-words": "single cell aggregate sum donors cell types replicates technical merge",
    how: "take",
    "how-sum": "the sum",
    "how-mean": "the mean",
    least: "at least",
    "sum-of": "Step {step}: the matrix holds {scale}, and a sum of these means nothing. Take the mean, or put this step before.",
    "sum-unknown": "Step {step}: nothing says that the matrix holds counts; a sum of logarithms would mean nothing.",
    "mean-counts": "Step {step}: the matrix holds counts, and a mean of counts is none; tests on counts need the sum.",
    small: "Step {step}: {n} of {all} {all|group|groups} {n|has|have} fewer than {least} and {n|was|were} left out.",
    "none-left":
      "Step {step}: no group has {least} cells or more; the largest has {most}. Allow smaller groups, or name fewer columns.",
    without: "Step {step}: {n} of {all} {n|has|have} no value in the columns that make the groups and {n|was|were} left out.",
    "no-values": "Step {step}: none has a value in all of {by}. Choose other columns.",
    missing: "Step {step}: {n} missing {n|value was|values were} left out of the sums.",
    layers: "Step {step}: layers ({names}) are not summed; they were left out.",
    gone: "Step {step}: columns that differ within groups were left out: {names}.",
  },
  ru: {
    title: "Псевдобалк (pseudobulk)",
    does: "Делает один образец из всех клеток (или образцов) группы: сумму или среднее",
    "says-sum": "складывает клетки по {by}, группы от {least}",
    "says-mean": "усредняет клетки по {by}, группы от {least}",
    menu: "Псевдобалк (pseudobulk)",
    "menu-line": "По образцу на каждого донора и тип клеток",
    "menu-words": "одиночные клетки сложить доноры типы клеток pseudobulk повторы",
    how: "взять",
    "how-sum": "сумму",
    "how-mean": "среднее",
    least: "не меньше",
    "sum-of":
      "Шаг {step}: в матрице {scale}, и сумма таких значений ничего не значит. Возьмите среднее или поставьте этот шаг раньше.",
    "sum-unknown": "Шаг {step}: ничто не говорит, что в матрице прочтения; сумма логарифмов ничего бы не значила.",
    "mean-counts": "Шаг {step}: в матрице прочтения, а их среднее — уже не прочтения; сравнениям по прочтениям нужна сумма.",
    small: "Шаг {step}: в {n} из {all} {all|группы|групп|групп} меньше {least}, {n|она убрана|они убраны|они убраны}.",
    "none-left":
      "Шаг {step}: ни в одной группе нет {least} клеток; в самой большой {most}. Разрешите группы поменьше или назовите меньше столбцов.",
    without: "Шаг {step}: у {n} из {all} нет значения в столбцах групп, {n|он убран|они убраны|они убраны}.",
    "no-values": "Шаг {step}: ни у кого нет значений во всех столбцах {by}. Выберите другие столбцы.",
    missing: "Шаг {step}: в суммах {n|не учтён|не учтены|не учтены} {n} {n|пропуск|пропуска|пропусков}.",
    layers: "Шаг {step}: слои ({names}) не складываются; они убраны.",
    gone: "Шаг {step}: столбцы, которые внутри групп различаются, убраны: {names}.",
  },
});
