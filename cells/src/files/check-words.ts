// What a check asks of any file. Halves of sentences, behind "expected:".

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("check", {
  en: {
    empty: "a file that is not empty: export it again from where it came",
    unknown: "a format that is known; if you know what it is, say it with --format (one of {formats})",
    tie: "an answer which of {formats} it is, for nothing in it tells: say it with --format",
    "first-line":
      "“{expected}” as the first line of {format}, which the rest of the file is: correct it or export the file again",
    "no-rules": "one of the formats whose rules are known ({formats}), not {format}",
    "each-of-archive": "each of the {count} files of the archive by itself: this one alone was checked; unpack it for the others",
    readable: "a file that can be read. {why}",
    whole: "packed data up to their end: the file was cut short or damaged; copy or download it again",
    "last-block": "the empty block that ends every file of bgzip: the file was cut short; copy or download it again",
    utf8: "text in UTF-8: save the file in that encoding",
    "no-mark": "a text without byte order mark, which many programs take for letters of the first field",
    "no-zero": "no zero byte, which no text has: the file was damaged when it was written or copied",
    "one-line-end": "one kind of line end in the whole file, as most lines have it ({usual})",
  },
  ru: {
    empty: "непустой файл: выгрузите его заново там, откуда он пришёл",
    unknown: "известный формат; если вы знаете, что это, назовите его через --format (одно из {formats})",
    tie: "ответ, что из {formats} это такое, ведь содержимое того не говорит: назовите формат через --format",
    "first-line":
      "первую строку «{expected}», как в {format}, чем файл и является по остальному: исправьте её или выгрузите файл заново",
    "no-rules": "один из форматов, правила которых известны ({formats}), а не {format}",
    "each-of-archive": "каждый из {count} файлов архива отдельно: проверен только этот; распакуйте архив ради остальных",
    readable: "файл, который можно прочитать. {why}",
    whole: "упакованные данные до самого конца: файл обрезан или повреждён; скопируйте или скачайте его заново",
    "last-block": "пустой блок, которым кончается всякий файл bgzip: файл обрезан; скопируйте или скачайте его заново",
    utf8: "текст в UTF-8: сохраните файл в этой кодировке",
    "no-mark": "текст без метки порядка байтов, которую многие программы принимают за буквы первого поля",
    "no-zero": "отсутствие нулевого байта, которого в тексте не бывает: файл повреждён при записи или копировании",
    "one-line-end": "одинаковые концы строк во всём файле, как у большинства строк ({usual})",
  },
});
