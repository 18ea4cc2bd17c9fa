// What is said of workbooks and their sheets, whichever program wrote them.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("workbook", {
  en: {
    merged:
      "{count} {count|group of merged cells has|groups of merged cells have} a value in the first cell alone ({cells}); the others are read as missing. To have it in each of them, choose that merged cells are filled.",
    "merged-filled":
      "{count} {count|group of merged cells is|groups of merged cells are} filled with what the first cell holds ({cells}), as chosen.",
    "missing-words":
      "{words} ({count} {count|cell|cells} of {columns}, the first in row {line}) {count|is|are} read as missing. If {n|it is a name|they are names}, name other words for missing cells.",
    "hidden-rows":
      "{count} {count|row that Excel does not show (hidden or filtered out) is|rows that Excel does not show (hidden or filtered out) are} read as all others (rows {rows}). To be without {count|it|them}, delete {count|it|them} in Excel, or filter in a step.",
    "hidden-columns":
      "{count} {count|column that Excel does not show is|columns that Excel does not show are} read as all others ({columns}).",
    cut: "{name} is damaged or was cut short: parts of the workbook that it lists are not there. Copy or download it again; Excel or LibreOffice may save what is left of it.",
    swollen:
      "{part} in {name} unpacks to {mb} MB, more than {times} times its size, which no data do. It is not opened: save the sheet as CSV, or copy it into a new workbook.",
    entities:
      "The sheet {sheet} of {name} declares entities of XML (DOCTYPE), which no workbook may, and may be made to read other files. It is not opened: save it again in Excel or LibreOffice.",
    hidden: "The sheet {sheet} is hidden in Excel.",
  },
  ru: {
    merged:
      "В {count} {count|группе|группах|группах} объединённых ячеек значение стоит только в первой ({cells}), остальные прочитаны как пропуски. Чтобы оно было в каждой, выберите заполнение объединённых ячеек.",
    "merged-filled":
      "{count} {count|группа|группы|групп} объединённых ячеек {count|заполнена|заполнены|заполнены} значением первой ({cells}), как выбрано.",
    "missing-words":
      "{words} ({count} {count|ячейка|ячейки|ячеек} в {columns}, первая — строка {line}) {count|прочитано|прочитаны|прочитаны} как пропуск. Если {n|это имя|это имена|это имена}, задайте другие слова для пропусков.",
    "hidden-rows":
      "{count} {count|строка|строки|строк}, скрытых в Excel (вручную или фильтром), прочитаны наравне с остальными (строки {rows}). Если они не нужны, удалите их в Excel или отфильтруйте шагом.",
    "hidden-columns": "Скрыто в Excel, но прочитано {count} {count|столбец|столбца|столбцов}: {columns}.",
    cut: "{name} повреждён или обрезан: частей книги, которые в нём перечислены, нет. Скопируйте или скачайте его заново; Excel или LibreOffice, возможно, сохранит то, что осталось.",
    swollen:
      "{part} в {name} при распаковке занимает {mb} МБ, больше своего размера более чем в {times} раз: так не бывает с данными. Файл не открыт: сохраните лист как CSV или скопируйте его в новую книгу.",
    entities:
      "Лист {sheet} в {name} объявляет сущности XML (DOCTYPE): в книгах их быть не может, а нужны они, чтобы прочитать чужие файлы. Файл не открыт: сохраните его заново в Excel или LibreOffice.",
    hidden: "Лист {sheet} в Excel скрыт.",
  },
  // Kept results quote the words by the format that alone had them.
  formerly: {
    "format-xlsx.merged": "merged",
    "format-xlsx.merged-filled": "merged-filled",
    "format-xlsx.missing-words": "missing-words",
    "format-xlsx.hidden-rows": "hidden-rows",
    "format-xlsx.hidden-columns": "hidden-columns",
    "format-xlsx.hidden": "hidden",
  },
});
