// Swarms of points in words: in menus, on the line of a cell, in their form, in and under the figure.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-beeswarm", {
  en: {
    title: "Beeswarms",
    shape: "beeswarm",
    menu: "Beeswarm by group",
    "menu-line": "Every value a point, none covers another",
    "menu-words": "beeswarm swarm plot jitter dots points sina quasirandom distribution compare groups",
    "field-by": "by",
    "field-median": "Medians",
    alt: "Beeswarms of {n} {n|point|points} of {y} by {x}, medians: {parts}.",
    "alt-alone": "Beeswarm of {n} {n|point|points} of {y}, median {parts}.",
    "note-swarm":
      "Across, points are moved so that none covers another, and no further; where a group has too little room, its points are pushed together.",
    "note-quasirandom":
      "{n} {n|value|values} {n|is|are} more than a swarm has room for ({most}): points are spread across as far as the density at their height is high (quasirandom), and may cover each other.",
    "note-n": "The number below a group is how many values it holds.",
  },
  ru: {
    title: "Рои точек",
    shape: "рой точек",
    menu: "Рои точек по группам",
    "menu-line": "Каждое значение — точка, ни одна не закрывает другую",
    "menu-words": "рой пчелиный рой точки beeswarm swarm джиттер распределение сравнить группы",
    "field-by": "по",
    "field-median": "Медианы",
    alt: "Рои {n} {n|точки|точек|точек} {y} по {x}, медианы: {parts}.",
    "alt-alone": "Рой {n} {n|точки|точек|точек} {y}, медиана {parts}.",
    "note-swarm":
      "По горизонтали точки сдвинуты ровно настолько, чтобы не закрывать друг друга; где группе тесно, её точки сжаты.",
    "note-quasirandom":
      "Значений {n}, это больше, чем помещается в рой ({most}): точки разведены тем шире, чем больше плотность на их высоте (квазислучайно), и могут закрывать друг друга.",
    "note-n": "Число внизу показывает, сколько значений в группе.",
  },
});
