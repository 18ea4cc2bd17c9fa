// Sentences about publishing and reading dashboards.

import { defineWords } from "@genomecraft/cells/messages/define-words.ts";

export const words = defineWords("publish", {
  en: {
    "not-fresh": "{n} of the chosen cells {n|is|are} not up to date: {names}. Run {n|it|them}, then publish.",
    "must-agree":
      "{labs} must agree first: {datasets} {n|belongs|belong} to {n|another lab|other labs}. Ask somebody there to agree in this notebook's Publish panel.",
    identifiers: "{name} would show identifiers ({columns}). Choose a summary instead, or tick “Labels” if readers may see them.",
    "identifiers-table":
      "{name} goes out as a table of {rows} {rows|row|rows} and would show identifiers ({columns}). Choose a summary instead, or tick “Labels” if readers may see them.",
    "not-showable":
      "{name} holds a {type}, which a dashboard cannot show. Choose a chart, a report or a table that is made of it.",
    "not-showable-file":
      "{name} is a file, and no track of it goes out: what lies along it are rows about persons, which readers never see. Draw a chart of a cell Coverage or Region that reads it, and choose that chart: readers see it as it is when you publish.",
    undeclared:
      "{name} does not say what it tells of the people behind the data, so a dashboard cannot show it. Choose a chart, a report or a table that is made of it.",
    restricted: "The data behind {names} are not open to you, or were taken away from this notebook. Ask the lab that owns them.",
    rows: "{name} would show rows of data of which you may see results only. Choose a chart instead, or ask the lab that owns them.",
    "small-groups":
      "{name} shows groups of fewer than {least} persons ({sizes}). Leave those groups out or merge them with others, or give a reason why readers may see them.",
    "small-rows":
      "{name} shows rows of single persons; groups of fewer than {least} are not published. Choose a summary with a count instead, or give a reason why readers may see them.",
    "small-marks":
      "{name} draws single persons, each as a mark of its own; groups of fewer than {least} are not published. Choose a summary instead, or give a reason why readers may see them.",
    "small-of-labs":
      "{name} shows groups of fewer than {least} persons ({sizes}), and the data are those of {labs}. A reason does not do: ask them to agree to exactly this.",
    "close-totals":
      "{name} and {other} say {category} {a} and {b} times: the difference tells of fewer than {least} persons. Publish one of them, make both of the same rows, or give a reason why readers may see it.",
    "close-totals-of-labs":
      "{name} and {other} say {category} {a} and {b} times: the difference tells of fewer than {least} persons, and the data are those of {labs}. Publish one of them, or ask them to agree to exactly this.",
    "in-all": "all",
    "other-dashboard": "a dashboard that is out",
    unreleased:
      "{names} {n|waits|wait} to be released by {labs}: of their data you may see results only. Ask for the release at the cell.",
    "proposal-changed": "What was proposed reads otherwise by now. Ask whoever publishes to propose it again, and look at that.",
    "changed-meanwhile":
      "While this dashboard was made, something that it stands on was changed: its cells, its data, what was released, or your own rights. Nothing was published. Look at the cells again, then publish.",
    "data-in-bin":
      "{names} {n|lies|lie} in the bin, and would be gone for good while readers still see what was made of {n|it|them}. Restore {n|it|them} first.",
    "cell-gone": "One of the chosen cells is not in the notebook any more. Choose the cells again.",
    "not-parameter":
      "{name} is not a parameter among the chosen cells, so readers cannot turn it. Choose it, or leave its values out.",
    "value-refused": "{name} cannot take the value {value}. Choose other values for readers.",
    "value-failed": "With {name} = {value} the cell {cell} gives no result: {detail} Leave that value out.",
    "too-many": "The chosen values make {n} combinations; a dashboard holds at most {most}. Choose fewer values.",
    "too-large": "The dashboard would hold {size} MB; at most {most} MB are possible. Choose fewer cells or values.",
    "no-kernel": "No kernel is there to compute this. Start one (genomecraft kernel), then try again.",
    gone: "There is no dashboard at this address. Check the address, or ask whoever sent it.",
    "in-bin": "This dashboard is in the bin with its notebook {title}. Restore the notebook, and readers can open it again.",
    expired: "This dashboard was open until {date}. Ask whoever sent it for a new address.",
    "for-members": "This dashboard is for members of {labs}. Sign in with an account of that lab.",
    "already-withdrawn": "This dashboard is withdrawn already.",
    "value-unknown": "This dashboard was not published with these values. Choose among those that it offers.",
    "nothing-recorded": "Nothing is on record about how this cell was made. Run it, then look again.",
    "note-elsewhere": "(not part of this dashboard)",
  },
  ru: {
    "not-fresh": "Не обновлено выбранных ячеек: {n} ({names}). Запустите {n|её|их|их}, затем публикуйте.",
    "must-agree":
      "Сначала нужно согласие: {labs}. Данные {datasets} принадлежат {n|другой лаборатории|другим лабораториям|другим лабораториям}. Попросите там согласиться при публикации этого блокнота.",
    identifiers:
      "{name} покажет идентификаторы ({columns}). Выберите сводку или включите «Подписи», если читателям можно их видеть.",
    "identifiers-table":
      "{name} публикуется как таблица ({rows} {rows|строка|строки|строк}) и покажет идентификаторы ({columns}). Выберите сводку или включите «Подписи», если читателям можно их видеть.",
    "not-showable": "{name} содержит {type}, дашборд этого не показывает. Выберите график, отчёт или таблицу, сделанные из неё.",
    "not-showable-file":
      "{name} — файл, и его дорожка не публикуется: вдоль него лежат строки о людях, которых читатели не видят. Постройте график ячейки «Покрытие» или «Место», которая его читает, и выберите этот график: читатели увидят его таким, каков он при публикации.",
    undeclared:
      "{name} не сообщает, что можно узнать из неё о людях, чьи это данные, поэтому дашборд её не показывает. Выберите график, отчёт или таблицу, сделанные из неё.",
    restricted:
      "Данные для {names} вам не открыты или отозваны из этого блокнота. Попросите лабораторию, которой они принадлежат.",
    rows: "{name} покажет строки данных, по которым вам видны только результаты. Выберите график или попросите лабораторию, которой они принадлежат.",
    "small-groups":
      "{name} показывает группы меньше {least} человек ({sizes}). Уберите эти группы или объедините их с другими, либо укажите причину, по которой читателям можно их видеть.",
    "small-rows":
      "{name} показывает строки об отдельных людях; группы меньше {least} человек не публикуются. Выберите сводку с числом строк либо укажите причину, по которой читателям можно их видеть.",
    "small-marks":
      "{name} рисует отдельных людей, каждого своей меткой; группы меньше {least} человек не публикуются. Выберите сводку либо укажите причину, по которой читателям можно их видеть.",
    "small-of-labs":
      "{name} показывает группы меньше {least} человек ({sizes}), а данные принадлежат: {labs}. Причины здесь мало: попросите там согласиться именно на это.",
    "close-totals":
      "{name} и {other} называют {category} {a} и {b} раз: разница выдаёт меньше {least} человек. Опубликуйте что-то одно, постройте оба по одним и тем же строкам или укажите причину, по которой читателям можно это видеть.",
    "close-totals-of-labs":
      "{name} и {other} называют {category} {a} и {b} раз: разница выдаёт меньше {least} человек, а данные принадлежат: {labs}. Опубликуйте что-то одно или попросите там согласиться именно на это.",
    "in-all": "всё вместе",
    "other-dashboard": "уже открытый дашборд",
    unreleased:
      "{names}: {n|результат ждёт|результаты ждут|результаты ждут} разрешения, его даёт {labs}. По этим данным вам видны только результаты. Попросите о нём у ячейки.",
    "proposal-changed":
      "Предложенное с тех пор изменилось. Попросите того, кто публикует, предложить ещё раз, и посмотрите на новое.",
    "changed-meanwhile":
      "Пока дашборд создавался, изменилось то, на чём он основан: ячейки, данные, разрешения на показ или ваши собственные права. Ничего не опубликовано. Посмотрите на ячейки ещё раз и опубликуйте.",
    "data-in-bin":
      "В корзине: {names}. {n|Файл исчез бы|Файлы исчезли бы|Файлы исчезли бы} навсегда, а читатели всё ещё видели бы сделанное по {n|нему|ним|ним}. Сначала восстановите {n|его|их|их}.",
    "cell-gone": "Одной из выбранных ячеек больше нет в блокноте. Выберите ячейки заново.",
    "not-parameter":
      "{name} — не параметр среди выбранных ячеек, читатели не смогут его менять. Выберите его или уберите его значения.",
    "value-refused": "{name} не принимает значение {value}. Выберите для читателей другие.",
    "value-failed": "При {name} = {value} ячейка {cell} не даёт результата: {detail} Уберите это значение.",
    "too-many":
      "Выбранные значения дают {n} {n|сочетание|сочетания|сочетаний}; дашборд вмещает не больше {most}. Выберите меньше.",
    "too-large": "Дашборд занял бы {size} МБ; можно не больше {most} МБ. Выберите меньше ячеек или значений.",
    "no-kernel":
      "Не нашлось вычислителя, чтобы посчитать значения для читателей. Запустите его (genomecraft kernel) и публикуйте.",
    gone: "По этому адресу нет дашборда. Проверьте адрес или спросите того, кто его прислал.",
    "in-bin":
      "Этот дашборд лежит в корзине вместе с блокнотом {title}. Восстановите блокнот, и дашборд снова откроется читателям.",
    expired: "Этот дашборд был открыт до {date}. Попросите новый адрес у того, кто его прислал.",
    "for-members": "Этот дашборд — для сотрудников {labs}. Войдите с учётной записью этой лаборатории.",
    "already-withdrawn": "Этот дашборд уже отозван.",
    "value-unknown": "С такими значениями дашборд не опубликован. Выберите из предложенных.",
    "nothing-recorded": "О том, как сделана эта ячейка, ничего не записано. Запустите её и посмотрите снова.",
    "note-elsewhere": "(не входит в этот дашборд)",
  },
});
