// What the server says of recipes and feature views.

import { defineWords } from "@genomecraft/cells/messages/define-words.ts";

export const words = defineWords("feature-store", {
  en: {
    "not-fresh": "{cell} is not up to date. Run it, look at what it gives, and save it then.",
    "no-steps": "{cell} holds no steps that could be kept. Choose a cell that filters or transforms.",
    "not-frozen":
      "The step {verb} of {cell} depends on which other rows there are, and nothing of it can be kept for others. Switch it off, or put it into a cell of its own after the recipe.",
    "rows-needed": "What these steps learned stands in rows of data that you may not see. Ask whoever shares the data for them.",
    "view-closed": "{name} is made of data whose rows you may not see. Ask whoever shares the data for them.",
    "data-gone":
      "Data behind {cell} are not among the data sets of its notebook any more. Add them again, so that their rights go along with what is saved.",
    "other-lab":
      "{cell} is made of data of a lab of which no version was made so far. That lab's rights would hold for the earlier versions, too; save it as an entry of its own.",
    "no-table": "{cell} gives no table. Choose a cell that gives a table, one row an entity.",
    "no-column": "{cell} has no column {column}. It has: {available}.",
    "entity-missing":
      "In {n} of {rows} rows the column {column} is missing. Name the column that tells whose features a row holds.",
    "entity-twice":
      "{n} values of {column} stand in several rows (such as row {row}), and no column says since when each holds. Choose the time, or keep one row each before it.",
    "notebook-gone":
      "The notebook that {name} is made in is in the bin, or you may not see it. What was made before is still there.",
    "made-of-others":
      "This was made of data of another lab, and this notebook does not use those. Somebody who may share them adds it, or adds them first.",
    "not-materialised": "Version {version} of {name} is not there.",
    "version-of-made":
      "{name} stands in the feature store, and its versions are made of a cell. Save the cell again, or add the file as a data set of its own.",
    "keeps-up-creator": "{name} is made in the name of whoever made it, who alone can say that it keeps up with its data.",
    "no-threshold": "There is no threshold {name}. There are: {known}.",
    "view-large":
      "{cell} gives {rows} rows of {columns} columns. A feature view holds {most} cells at most: leave out rows or columns before it, or make several views.",
    "fresh-no-time": "This view names no column of times, so that nobody can tell how fresh it is. Choose the time first.",
    "fresh-holds": "{column}: its newest time is {newest}; {within} are allowed.",
    "fresh-old": "{column}: its newest time is {newest}, which lies further back than {within}.",
    "fresh-none":
      "{column} has no time of a calendar that does not lie ahead ({ahead} lie ahead), and one within {within} is asked for.",
    "fresh-holds-recipe": "{column}: its newest time is {newest}; the recipe {recipe} allows {within}.",
    "fresh-old-recipe":
      "{column}: its newest time is {newest}, which lies further back than the {within} that the recipe {recipe} promises.",
    "fresh-none-recipe":
      "{column} has no time of a calendar that does not lie ahead ({ahead} lie ahead), and the recipe {recipe} promises one within {within}.",
    "no-feature": "{name} has no feature {feature} in version {version}. It has: {available}.",
    "answer-large":
      "{rows} rows of {columns} columns are too many for one answer. Ask for {limit} rows at a time by limit and offset, or for fewer columns.",
    "column-twice": "The column {column} is asked for twice. Name each once.",
    "query-json": "The parameter {name} is no JSON of the right form. Write it as {example}.",
  },
  ru: {
    "not-fresh": "{cell} не соответствует данным. Запустите ячейку, посмотрите на результат и сохраните.",
    "no-steps": "В {cell} нет шагов, которые можно сохранить. Выберите ячейку, которая фильтрует или преобразует.",
    "not-frozen":
      "Шаг {verb} в {cell} зависит от того, какие ещё есть строки, и для других строк от него нечего сохранить. Выключите его или вынесите в отдельную ячейку после рецепта.",
    "rows-needed":
      "То, чему научились эти шаги, стоит в строках данных, которых вам видеть нельзя. Спросите того, кто ими делится.",
    "view-closed": "{name} сделан из данных, строки которых вам видеть нельзя. Спросите того, кто ими делится.",
    "data-gone":
      "Данных, из которых сделана {cell}, больше нет среди наборов данных блокнота. Добавьте их снова, чтобы права на них перешли к тому, что сохраняется.",
    "other-lab":
      "{cell} сделана из данных лаборатории, из данных которой не сделана ни одна прежняя версия. Права этой лаборатории легли бы и на них; сохраните это отдельной записью.",
    "no-table": "{cell} не даёт таблицы. Выберите ячейку с таблицей, где строка — один объект.",
    "no-column": "В {cell} нет столбца {column}. Есть: {available}.",
    "entity-missing": "В {n} из {rows} строк столбец {column} пуст. Назовите столбец, который говорит, чьи признаки в строке.",
    "entity-twice":
      "{n} значений {column} стоят в нескольких строках (например, в строке {row}), и ни один столбец не говорит, с какого времени верна каждая. Выберите время или оставьте сначала по одной строке.",
    "notebook-gone": "Блокнот, в котором делается {name}, в корзине или вам не виден. Сделанное раньше на месте.",
    "made-of-others":
      "Это сделано из данных другой лаборатории, которых в этом блокноте нет. Добавить может тот, кто вправе ими делиться; или сначала он добавит эти данные.",
    "not-materialised": "Версии {version} у {name} нет.",
    "version-of-made":
      "{name} стоит в хранилище признаков, и его версии делает ячейка. Сохраните ячейку ещё раз или добавьте файл отдельным набором данных.",
    "keeps-up-creator": "{name} обновляется от имени того, кто создал этот набор: включить это может только он.",
    "no-threshold": "Порога {name} нет. Есть: {known}.",
    "view-large":
      "{cell} даёт {rows} строк по {columns} столбцов. В наборе признаков помещается не больше {most} ячеек: уберите до него лишние строки или столбцы или сделайте несколько наборов.",
    "fresh-no-time":
      "В этом наборе признаков нет столбца времени, и сказать, насколько он свежий, нельзя. Сначала выберите время.",
    "fresh-holds": "{column}: самое новое время — {newest}; допускается {within}.",
    "fresh-old": "{column}: самое новое время — {newest}, это дальше, чем {within}.",
    "fresh-none": "В {column} нет времени по календарю не позже нынешнего (позже: {ahead}), а нужно не дальше {within}.",
    "fresh-holds-recipe": "{column}: самое новое время — {newest}; рецепт {recipe} допускает {within}.",
    "fresh-old-recipe": "{column}: самое новое время — {newest}, это дальше, чем обещает рецепт {recipe} ({within}).",
    "fresh-none-recipe":
      "В {column} нет времени по календарю не позже нынешнего (позже: {ahead}), а рецепт {recipe} обещает не дальше {within}.",
    "no-feature": "В {name} нет признака {feature} в версии {version}. Есть: {available}.",
    "answer-large":
      "{rows} строк по {columns} столбцов — слишком много для одного ответа. Берите по {limit} строк с помощью limit и offset или меньше столбцов.",
    "column-twice": "Столбец {column} запрошен дважды. Назовите каждый один раз.",
    "query-json": "Параметр {name} — не JSON нужного вида. Напишите так: {example}.",
  },
});
