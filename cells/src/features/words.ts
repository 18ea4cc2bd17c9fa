// What is said of recipes as files, of what has to hold of what they make, and of features that have moved since a snapshot.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("features", {
  en: {
    "recipe-large":
      "{name} has {bytes} bytes, and a recipe has {most} at most. Take a file that “Save as recipe” made; where its steps keep rows (nearest neighbours), fit them on fewer.",
    "recipe-write-large":
      "This recipe would have {bytes} bytes, and {most} are kept at most. Its steps keep rows or very many features: fit them on fewer rows, or choose features before.",
    "recipe-write-number":
      "The step {verb} of this recipe keeps a number that is infinite or none, which no file holds. Look what it was fitted on, and fit it anew.",
    "recipe-not-utf8":
      "{name} holds no text, and a recipe is one (JSON). Take a file that “Save as recipe” made; unpack it where it is packed.",
    "recipe-cut":
      "{name} ends in the middle: it is the beginning of a recipe. Take it anew from where it came: the copy here was cut.",
    "recipe-broken": "{name} cannot be read as JSON: {detail}. Take it anew from where it came, unchanged.",
    "recipe-nested": "{name} nests deeper than {most} levels, which no recipe does. Take a file that “Save as recipe” made.",
    "recipe-other": "{name} holds JSON and no recipe. Take a file that “Save as recipe” made (its name ends in .recipe.json).",
    "recipe-key-twice": "{name} says “{key}” twice in one place, so that it has two meanings. Take it anew from where it came.",
    "recipe-newer":
      "{name} is a recipe of form {form}, and this release reads form {known}. Take a newer release, or save the recipe anew by this one.",
    "recipe-damaged":
      "{name} is a recipe, but what it says at {at} is none of its form: {detail}. It was changed by hand or damaged: take it anew from where it came.",
    "test-column": "“{column}” is not there, and this recipe promises {rule}",
    "test-range": "{column}: {n} of {of} values lie outside {range}",
    "test-range-text": "{column} holds no numbers, and this recipe promises values of {range}",
    "test-unique": "{column}: {n} of {of} values stand there more than once, and it promises each once",
    "test-missing": "{column}: {n} of {of} are missing, {share} %, and it promises {most} % at most",
    "test-levels": "{column}: {n} of {of} values are none of the {levels} that it promises",
    "range-both": "{least} to {most}",
    "range-least": "{least} and above",
    "range-most": "up to {most}",
    "range-any": "any number",
    "rule-range": "its numbers",
    "rule-unique": "each value once",
    "rule-missing": "few missing values",
    "rule-levels": "certain values",
    "drift-column-gone": "{column} is not there any more. Whatever reads it fails: look what its data set lost.",
    "drift-column-new": "{column} is new.",
    "drift-type":
      "{column} held numbers and holds texts now, or the other way round: look at its data set, where a word may stand among the numbers.",
    "drift-unit": "{column} was in {before} and is in {now}. Bring it back to the unit of the snapshot.",
    "drift-psi": "{column} is distributed otherwise than in the snapshot (stability index {psi}).",
    "drift-ks": "{column}: the two distributions lie {d} apart at most (Kolmogorov and Smirnov, p = {p}).",
    "drift-missing": "{column}: {now} % are missing, and {before} % were.",
    "drift-new-levels": "{column} has {n} {n|category|categories} that the snapshot had not ({share} % of its values).",
    "drift-lost-levels": "{column} has lost {n} {n|category|categories} of the snapshot.",
    "drift-fewer": "There are {now}, and there were {before}.",
  },
  ru: {
    "recipe-large":
      "В {name} {bytes} байт, а рецепт занимает не больше {most}. Возьмите файл, который создало «Сохранить как рецепт»; если его шаги хранят строки (ближайшие соседи), обучите их на меньшем числе строк.",
    "recipe-write-large":
      "Этот рецепт занял бы {bytes} байт, а хранится не больше {most}. Его шаги хранят строки или очень много признаков: обучите их на меньшем числе строк или сначала отберите признаки.",
    "recipe-write-number":
      "Шаг {verb} этого рецепта хранит бесконечное число или не число, которое файл не удержит. Посмотрите, на чём он обучен, и обучите заново.",
    "recipe-not-utf8":
      "В {name} не текст, а рецепт — это текст (JSON). Возьмите файл, который создало «Сохранить как рецепт»; если он упакован, распакуйте.",
    "recipe-cut": "{name} обрывается на середине: это начало рецепта. Возьмите файл заново: здесь обрезанная копия.",
    "recipe-broken": "{name} не читается как JSON: {detail}. Возьмите файл заново, без изменений.",
    "recipe-nested":
      "В {name} больше {most} уровней вложенности, у рецепта столько не бывает. Возьмите файл, который создало «Сохранить как рецепт».",
    "recipe-other":
      "В {name} JSON, но не рецепт. Возьмите файл, который создало «Сохранить как рецепт» (имя кончается на .recipe.json).",
    "recipe-key-twice": "В {name} в одном месте дважды стоит «{key}», так что смысл двоякий. Возьмите файл заново.",
    "recipe-newer":
      "{name} — рецепт формы {form}, а этот выпуск читает форму {known}. Возьмите выпуск новее или сохраните рецепт заново этим.",
    "recipe-damaged":
      "{name} — рецепт, но в месте {at} стоит то, чего в его форме нет: {detail}. Его правили вручную или повредили: возьмите файл заново.",
    "test-column": "столбца «{column}» нет, а рецепт обещает {rule}",
    "test-range": "{column}: вне пределов {range} значений {n} из {of}",
    "test-range-text": "в {column} не числа, а рецепт обещает значения {range}",
    "test-unique": "{column}: не один раз встречаются значения: {n} из {of}, а обещано каждое по разу",
    "test-missing": "{column}: пропущено {n} из {of}, {share} %, а обещано не больше {most} %",
    "test-levels": "{column}: значений, которых нет среди {levels} обещанных: {n} из {of}",
    "range-both": "от {least} до {most}",
    "range-least": "от {least}",
    "range-most": "до {most}",
    "range-any": "любые",
    "rule-range": "его числа",
    "rule-unique": "каждое значение по разу",
    "rule-missing": "мало пропусков",
    "rule-levels": "определённые значения",
    "drift-column-gone": "Столбца {column} больше нет. Всё, что его читает, откажет: посмотрите, что потерял набор данных.",
    "drift-column-new": "{column} — новый столбец.",
    "drift-type":
      "В {column} были числа, а теперь тексты, или наоборот: посмотрите на набор данных, среди чисел могло оказаться слово.",
    "drift-unit": "{column} был в {before}, а теперь в {now}. Верните единицу снимка.",
    "drift-psi": "{column} распределён иначе, чем в снимке (индекс стабильности {psi}).",
    "drift-ks": "{column}: распределения расходятся не больше чем на {d} (Колмогоров — Смирнов, p = {p}).",
    "drift-missing": "{column}: пропущено {now} %, а было {before} %.",
    "drift-new-levels": "В {column} новых категорий, которых не было в снимке: {n} ({share} % значений).",
    "drift-lost-levels": "Из {column} исчезло категорий снимка: {n}.",
    "drift-fewer": "Сейчас {now}, а было {before}.",
  },
});
