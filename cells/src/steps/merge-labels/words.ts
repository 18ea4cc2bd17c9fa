// What is said of the step merge-labels.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-merge-labels", {
  en: {
    title: "Merge labels",
    does: "Makes one label of its several writings",
    says: "merges writings of {labels} in {column}",
    menu: "Merge labels",
    "menu-line": "CTRL, ctrl and CTR are one",
    "menu-words": "near duplicates typos labels categories recode",
    groups: "labels",
    "lacks-groups": "name a label and its writings",
    to: "label",
    from: "written as",
    find: "Find writings that may be one",
    found: "{groups} {groups|group|groups} of writings that may be one, in {rows} rows:",
    "found-none": "No two labels in {rows} rows look like one.",
    "found-part": "The first {rows} of {all} rows were looked at, as they are before the steps of this cell.",
    merge: "merge as",
    twice: "Step {step}: “{label}” is a writing of two labels, {first} and {second}. Take it out of one of them.",
    merged: "Step {step}: {n} {n|value|values} of {column} got another label.",
  },
  ru: {
    title: "Объединить метки",
    does: "Делает из нескольких написаний метки одно",
    says: "объединяет написания {labels} в {column}",
    menu: "Объединить метки",
    "menu-line": "CTRL, ctrl и CTR — одно и то же",
    "menu-words": "дубликаты опечатки метки категории перекодировать",
    groups: "метки",
    "lacks-groups": "назовите метку и её написания",
    to: "метка",
    from: "записана как",
    find: "Найти написания одного и того же",
    found: "Групп похожих написаний: {groups} (строк просмотрено: {rows}):",
    "found-none": "Похожих меток нет (строк просмотрено: {rows}).",
    "found-part": "Просмотрены первые {rows} строк из {all}, какими они были до шагов этой ячейки.",
    merge: "объединить под именем",
    twice: "Шаг {step}: «{label}» — написание двух меток, {first} и {second}. Уберите его у одной.",
    merged: "Шаг {step}: значений {column}, получивших другую метку: {n}.",
  },
});
