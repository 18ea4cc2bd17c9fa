// Messages that belong to no kind: limits, cancellation, lost workers.

import { defineWords } from "../define-words.ts";

export const words = defineWords("general", {
  retryable: ["out-of-memory", "worker-lost", "internal"],
  en: {
    "out-of-memory": "This step needed more than {limit} of memory. Use fewer rows or features, or run it on a larger kernel.",
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
    "worker-lost":
      "Процесс, выполнявший этот шаг, неожиданно остановился ({attempts} {attempts|раз|раза|раз}): {detail}. Запустите шаг ещё раз; если повторится, посмотрите журнал.",
    "file-missing": "Файла {name} больше нет. Верните его или выберите другой в ячейке, которая его загружает.",
    "spec-invalid": "Не удаётся прочитать настройки ячейки: {detail}. Откройте её как текст и исправьте {field}.",
    internal: "Ошибка GenomeCraft: {detail}. Ничего не потеряно. Запустите шаг ещё раз и сообщите нам, если повторится.",
  },
});
