// What is said of trees, whatever format they stand in.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("trees", {
  en: {
    letter:
      "Line {line} of {name} holds “{found}” where a branch of the tree cannot go on. Put names that hold blanks in quotes.",
    bracket:
      "Line {line} of {name} holds “{found}” where it does not belong: the brackets of the tree do not close as they open.",
    length: "Line {line} of {name} holds “{found}” where the length of a branch stands, which is no number.",
    end: "{name} ends (line {line}) before the ; that ends the tree “{found}”. Was the file cut?",
    "large-together":
      "The trees of {name} have together more than {most} nodes, which is too much for one table. Leave trees out (every tenth of a sample), or take out a part.",
    large: "A tree of {name} has more than {most} nodes, which is too much for one table. Prune it, or take out a part.",
    quote: "Line {line} of {name} opens a quote that nothing closes: “{found}”.",
  },
  ru: {
    letter:
      "В строке {line} файла {name} стоит «{found}», а ветвь дерева так продолжаться не может. Имена с пробелами возьмите в кавычки.",
    bracket: "В строке {line} файла {name} не на месте стоит «{found}»: скобки дерева закрываются не так, как открываются.",
    length: "В строке {line} файла {name} на месте длины ветви стоит «{found}», это не число.",
    end: "{name} кончается (строка {line}) до точки с запятой, завершающей дерево «{found}». Не обрезан ли файл?",
    "large-together":
      "В деревьях файла {name} вместе больше {most} узлов, для одной таблицы это слишком много. Оставьте часть деревьев (каждое десятое из выборки) или выделите часть.",
    large: "В дереве файла {name} больше {most} узлов, для одной таблицы это слишком много. Сократите его или выделите часть.",
    quote: "В строке {line} файла {name} открыта кавычка, которую ничто не закрывает: «{found}».",
  },
});
