// What is said of the step recipe.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-recipe", {
  en: {
    title: "Saved recipe, or steps of another cell",
    does: "Does what the steps of another cell or of a saved recipe do, with what they took of their own data: nothing is fitted anew",
    says: "does what {from} does, as it was fitted there",
    "says-file": "does the recipe {name}, as it was fitted there",
    "steps-of": "steps of",
    choose: "Choose a cell with steps",
    "a-file": "A saved recipe",
    "a-cell": "Steps of a cell",
    "on-fail": "where it breaks a promise",
    "as-of": "fresh as of",
    "fresh-unasked":
      "Step {step}: this recipe promises that {columns} is fresh, which is not asked here. State the moment from which it counts (“fresh as of”).",
    "no-moment": "Step {step}: “{asOf}” is no moment. Write it as 2026-11-30 or 2026-11-30T14:05Z, or leave it empty.",
    refuse: "Stop",
    "say-it": "Go on and say so",
    "in-folds": "within folds",
    refit: "fitted anew",
    "as-fitted": "as fitted (never on these rows)",
    "promise-broken":
      "Step {step}: what the recipe makes here is not as it promises. {what}. Look at these data; where they are right, save the recipe with other promises, or choose “Go on and say so”.",
    "promises-broken":
      "Step {step}: what the recipe makes here is not as it promises. {what}; {more} more {more|promise does|promises do} not hold. Look at these data; where they are right, save the recipe with other promises, or choose “Go on and say so”.",
    "promise-doubt": "Step {step}: not as the recipe promises. {what}.",
    lacks: "choose whose steps are done, or a saved recipe",
    "no-chain":
      "Step {step}: what is chosen holds no steps. Choose the output “Fitted steps” of a cell that filters or transforms (=name.fitted), or a file of a saved recipe.",
    "takes-table": "Step {step}: those steps work on a table, and here is a matrix. Choose steps that were made for a matrix.",
    "takes-matrix": "Step {step}: those steps work on a matrix, and here is a table. Choose steps that were made for a table.",
    "gives-table":
      "Step {step}: those steps make a table of a matrix. Take the step “As a table” out of them, and put it after this one.",
    "gives-matrix": "Step {step}: those steps make a matrix of a table. Take that step out of them, and put it after this one.",
    menu: "Saved recipe, or steps of another cell",
    "menu-line": "What was done to other data, with what it learned there",
    "menu-words": "saved recipe file apply fitted frozen pipeline transform new data reuse prepare scaler imputer",
  },
  ru: {
    title: "Сохранённый рецепт или шаги другой ячейки",
    does: "Делает то же, что шаги другой ячейки или сохранённого рецепта, с тем, что они взяли из своих данных: заново ничего не обучается",
    says: "делает то же, что {from}, как было обучено там",
    "says-file": "выполняет рецепт {name}, как он был обучен",
    "steps-of": "шаги ячейки",
    "a-file": "Сохранённый рецепт",
    "a-cell": "Шаги ячейки",
    "on-fail": "если обещание нарушено",
    "as-of": "свежесть на момент",
    "fresh-unasked":
      "Шаг {step}: рецепт обещает, что {columns} свежее, но здесь это не проверяется. Назовите момент, от которого считать («свежесть на момент»).",
    "no-moment": "Шаг {step}: «{asOf}» не момент. Напишите 2026-11-30 или 2026-11-30T14:05Z или оставьте пустым.",
    refuse: "Остановиться",
    "say-it": "Продолжить и сказать",
    "in-folds": "внутри блоков",
    refit: "обучить заново",
    "as-fitted": "как обучены (не на этих строках)",
    "promise-broken":
      "Шаг {step}: результат рецепта здесь не такой, как он обещает. Нарушено: {what}. Посмотрите на эти данные; если они верны, сохраните рецепт с другими обещаниями или выберите «Продолжить и сказать».",
    "promises-broken":
      "Шаг {step}: результат рецепта здесь не такой, как он обещает. Нарушено: {what}; не выполнено ещё обещаний: {more}. Посмотрите на эти данные; если они верны, сохраните рецепт с другими обещаниями или выберите «Продолжить и сказать».",
    "promise-doubt": "Шаг {step}: не так, как обещает рецепт: {what}.",
    choose: "Выберите ячейку с шагами",
    lacks: "выберите, чьи шаги выполнить, или сохранённый рецепт",
    "no-chain":
      "Шаг {step}: в выбранном нет шагов. Выберите вывод «Обученные шаги» ячейки, которая фильтрует или преобразует (=имя.fitted), или файл сохранённого рецепта.",
    "takes-table": "Шаг {step}: эти шаги работают с таблицей, а здесь матрица. Выберите шаги, сделанные для матрицы.",
    "takes-matrix": "Шаг {step}: эти шаги работают с матрицей, а здесь таблица. Выберите шаги, сделанные для таблицы.",
    "gives-table":
      "Шаг {step}: эти шаги делают из матрицы таблицу. Уберите из них шаг «В виде таблицы» и поставьте его после этого шага.",
    "gives-matrix": "Шаг {step}: эти шаги делают из таблицы матрицу. Уберите из них такой шаг и поставьте его после этого.",
    menu: "Сохранённый рецепт или шаги другой ячейки",
    "menu-line": "То, что сделано с другими данными, с тем, что узнано там",
    "menu-words": "рецепт применить обученные конвейер преобразование новые данные повторно подготовить",
  },
});
