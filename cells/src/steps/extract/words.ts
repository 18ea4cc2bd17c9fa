// What is said of the step extract.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-extract", {
  en: {
    title: "Extract by a pattern",
    does: "Makes columns of what a pattern finds in texts",
    says: "extracts {into} from {column} by {pattern}",
    menu: "Extract by a pattern",
    "menu-line": "Numbers and codes out of texts",
    "menu-words": "regex regular expression extract capture parse",
    pattern: "pattern",
    "pattern-hint": "s(\\d+)_(\\w+)",
    "lacks-pattern": "write a pattern",
    into: "into columns",
    as: "as",
    "as-text": "texts",
    "as-number": "numbers",
    "ignore-case": "any case",
    keep: "keep the column",
    nowhere: "Step {step}: in {n} {n|row|rows} of {column} the pattern is nowhere found, and what it makes is missing there.",
    "no-number":
      "Step {step}: {n} {n|text|texts} that the pattern found in {column} {n|is|are} no number and {n|is|are} missing.",
    names:
      "Step {step}: the pattern makes {groups} {groups|column|columns}, and {n} {n|is|are} named. Name one for each group in brackets; (?:…) is a group that makes none.",
    unfinished: "Step {step}: the pattern ends before sign {at} is closed: a bracket, or what stands after \\, is lacking.",
    unexpected:
      "Step {step}: sign {at} of the pattern means nothing where it stands. Put \\ before a sign that is meant as itself.",
    look: "Step {step}: sign {at} of the pattern looks ahead or back, (?=…) or (?<=…). That can take longer than anyone waits, and is not read here. Put what stands around into the pattern and brackets around what is wanted.",
    backreference:
      "Step {step}: sign {at} of the pattern refers back to a group (\\1). That can take longer than anyone waits, and is not read here. Write out what is to stand there.",
    escape:
      "Step {step}: the letter after \\ at sign {at} of the pattern has no meaning here. There are \\d, \\w, \\s, \\b, \\D, \\W, \\S, \\B, \\n, \\r and \\t.",
    possessive: "Step {step}: a second + at sign {at} of the pattern is not read here. Take it away: no pattern takes long.",
    range:
      "Step {step}: at sign {at} of the pattern the bounds are none: write {lower}2,5{upper} or [a-z], the smaller one first.",
    large:
      "Step {step}: the pattern is too large when its repeats are written out (sign {at}). Write smaller numbers of repeats.",
  },
  ru: {
    title: "Извлечь по образцу",
    does: "Делает столбцы из того, что образец находит в текстах",
    says: "извлекает {into} из {column} по {pattern}",
    menu: "Извлечь по образцу",
    "menu-line": "Числа и коды из текстов",
    "menu-words": "регулярное выражение образец извлечь разобрать",
    pattern: "образец",
    "pattern-hint": "s(\\d+)_(\\w+)",
    "lacks-pattern": "напишите образец",
    into: "в столбцы",
    as: "как",
    "as-text": "тексты",
    "as-number": "числа",
    "ignore-case": "любой регистр",
    keep: "оставить столбец",
    nowhere: "Шаг {step}: строк {column}, где образец не найден: {n}. Там пропуск.",
    "no-number": "Шаг {step}: найденных в {column} текстов, которые не числа: {n}. Там пропуск.",
    names:
      "Шаг {step}: образец даёт столбцов: {groups}, а названо: {n}. Назовите по одному на каждую группу в скобках; (?:…) — группа без столбца.",
    unfinished: "Шаг {step}: образец кончается раньше, чем закрыт знак {at}: не хватает скобки или знака после \\.",
    unexpected: "Шаг {step}: знак {at} образца здесь ничего не значит. Поставьте \\ перед знаком, который значит сам себя.",
    look: "Шаг {step}: знак {at} образца смотрит вперёд или назад, (?=…) или (?<=…). Это может считаться дольше, чем ждут, и здесь не читается. Включите окружение в образец, а нужное возьмите в скобки.",
    backreference:
      "Шаг {step}: знак {at} образца ссылается на группу (\\1). Это может считаться дольше, чем ждут, и здесь не читается. Напишите, что там должно стоять.",
    escape:
      "Шаг {step}: буква после \\ у знака {at} образца здесь ничего не значит. Есть \\d, \\w, \\s, \\b, \\D, \\W, \\S, \\B, \\n, \\r и \\t.",
    possessive: "Шаг {step}: второй + у знака {at} образца здесь не читается. Уберите его: долгих образцов тут нет.",
    range: "Шаг {step}: у знака {at} образца границ нет: напишите {lower}2,5{upper} или [a-z], меньшую первой.",
    large: "Шаг {step}: образец слишком велик, если выписать повторы (знак {at}). Уменьшите числа повторов.",
  },
});
