// Points in words: in menus, on the line of a cell, in their form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-point", {
  en: {
    title: "Points",
    shape: "points",
    menu: "Points",
    "menu-line": "Two columns against each other",
    "menu-words": "scatter plot xy correlation dots volcano",
    volcano: "Volcano",
    "volcano-line": "Points: {y} against {x}",
    "part-others": "others ({n})",
    "part-beyond": "beyond ({n})",
    "part-lower": "lower ({n})",
    "part-higher": "higher ({n})",
    "part-chosen": "pointed out ({n})",
    "alt-sides":
      "Points of {y} ({yRange}) against {x} ({xRange}): of {n} {n|point|points} {higher} {higher|lies|lie} beyond the thresholds at the right and {lower} at the left.",
    "alt-beyond":
      "Points of {y} ({yRange}) against {x} ({xRange}): of {n} {n|point|points} {beyond} {beyond|lies|lie} beyond the thresholds.",
    "beyond-text": "{column} holds no numbers, so no point of it lies beyond a threshold. Choose a column of numbers.",
    "threshold-no-number": "The threshold is {value}, and has to be a number. Choose another parameter, or type a number.",
    "highlight-not-names": "What is to be pointed out are names, and the parameter holds {value}. Choose another.",
    "note-names-off": "No names stand beside points: turn “Names on hover” on.",
    "note-not-pointed-out":
      "{n} of {all} that are to be pointed out {n|is|are} not among the points: check how {n|it is|they are} written.",
    "note-density-beyond": "In a density no points stand apart.",
    "field-least-x": "apart from |x| of",
    "field-pass-y": "apart beyond y of",
    "field-names": "names beside points",
    "field-highlight": "point out",
    "field-smallest-above": "Smallest y above",
    "smallest-above-text":
      "{column} holds no numbers, so none of its values is the smallest. Choose a column of numbers, or let the axis run upwards.",
    "note-size-missing": "{n} of {rows} points {n|is|are} left out: {field}, by which they are sized, is missing there.",
    "note-size-negative":
      "{n} of {rows} points {n|is|are} left out: {field}, by which they are sized, is below zero there, and no area is. Size by its absolute value to see them.",
    "size-of-none":
      "No point has a size: of {rows} values of {field} {missing} are missing and {negative} below zero, and no area is. Choose another column, or take absolute values.",
    "note-density-size": "Size by {field} is not shown in a density.",
  },
  ru: {
    title: "Точки",
    shape: "точки",
    menu: "Точки",
    "menu-line": "Два столбца друг против друга",
    "menu-words": "рассеяние корреляция диаграмма вулкан",
    volcano: "Вулкан",
    "volcano-line": "Точки: {y} против {x}",
    "part-others": "прочие ({n})",
    "part-beyond": "за порогом ({n})",
    "part-lower": "ниже ({n})",
    "part-higher": "выше ({n})",
    "part-chosen": "выделено ({n})",
    "alt-sides":
      "Точки {y} ({yRange}) против {x} ({xRange}): из {n} {n|точки|точек|точек} за порогами справа {higher}, слева {lower}.",
    "alt-beyond": "Точки {y} ({yRange}) против {x} ({xRange}): из {n} {n|точки|точек|точек} за порогами {beyond}.",
    "beyond-text": "В столбце {column} не числа, за порогом ничего не лежит. Выберите столбец с числами.",
    "threshold-no-number": "Порог — число, а стоит {value}. Выберите другой параметр или впишите число.",
    "highlight-not-names": "Выделяют по именам, а в параметре {value}. Выберите другой.",
    "note-names-off": "Имён возле точек нет: включите «Имена при наведении».",
    "note-not-pointed-out": "Среди точек нет {n} из {all}, которые надо выделить: проверьте, как они написаны.",
    "note-density-beyond": "В плотности точки не выделены.",
    "field-least-x": "выделить от |x|",
    "field-pass-y": "выделить за y",
    "field-names": "имён возле точек",
    "field-highlight": "выделить",
    "field-smallest-above": "Меньшие y — выше",
    "smallest-above-text":
      "В столбце {column} не числа, наименьшего среди его значений нет. Выберите столбец с числами или оставьте ось направленной вверх.",
    "note-size-missing": "Не показано точек: {n} из {rows}, нет значения {field}, от которого зависит размер.",
    "note-size-negative":
      "Не показано точек: {n} из {rows}, {field} меньше нуля, а площадь отрицательной не бывает. Чтобы увидеть их, возьмите модуль {field}.",
    "size-of-none":
      "Ни у одной точки нет размера: из {rows} значений {field} пропущено {missing}, меньше нуля {negative}, а площадь отрицательной не бывает. Выберите другой столбец или возьмите модули.",
    "note-density-size": "Размер по {field} в плотности не показан.",
  },
});
