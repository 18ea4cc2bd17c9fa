// Messages that belong to no kind: limits, cancellation, lost workers.

import { defineWords } from "../define-words.ts";

export const words = defineWords("general", {
  retryable: ["out-of-memory", "took-longer", "worker-lost", "internal"],
  en: {
    "out-of-memory": "This step needed more than {limit} of memory. Use fewer rows or features, or run it on a larger kernel.",
    "took-longer":
      "This step took longer than {minutes} {minutes|minute|minutes}, which is all that a run may take here, and was ended. Look for a join without a condition or a recursion without an end, use fewer rows, or ask whoever runs the kernel for more (GENOMECRAFT_RUN_MINUTES).",
    "worker-lost":
      "The process that ran this step stopped unexpectedly {attempts} {attempts|time|times}: {detail}. Run it again; if it happens again, look at the log.",
    "file-missing": "The file {name} is not there any more. Put it back, or choose another one in the cell that loads it.",
    "spec-invalid": "The settings of this cell cannot be read: {detail}. Open it as text and correct {field}.",
    internal:
      "GenomeCraft made a mistake here: {detail}. Nothing was lost. Run the step again, and report it if it happens again.",
  },
  ru: {
    "out-of-memory":
      "Шагу понадобилось больше {limit} памяти. Возьмите меньше строк или признаков либо запустите его на более мощном сервере.",
    "took-longer":
      "Шаг шёл дольше, чем здесь разрешено ({minutes} {minutes|минута|минуты|минут}), и был прерван. Проверьте, нет ли соединения без условия или рекурсии без конца, возьмите меньше строк или попросите больше времени у того, кто запустил сервер вычислений (GENOMECRAFT_RUN_MINUTES).",
    "worker-lost":
      "Процесс, выполнявший этот шаг, неожиданно остановился ({attempts} {attempts|раз|раза|раз}): {detail}. Запустите шаг ещё раз; если повторится, посмотрите журнал.",
    "file-missing": "Файла {name} больше нет. Верните его или выберите другой в ячейке, которая его загружает.",
    "spec-invalid": "Не удаётся прочитать настройки ячейки: {detail}. Откройте её как текст и исправьте {field}.",
    internal: "Ошибка GenomeCraft: {detail}. Ничего не потеряно. Запустите шаг ещё раз и сообщите нам, если повторится.",
  },
});
