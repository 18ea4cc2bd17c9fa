// What is said of files that are packed in blocks, and of their indexes.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("bgzf", {
  en: {
    "not-blocks":
      "{name} is not packed in blocks (BGZF) at byte {byte}: places cannot be found in it. Pack it with bgzip, not with gzip.",
    "block-broken":
      "A block of {name} (at byte {byte}) is damaged or cut: it does not unpack to what it says. Copy or download it again.",
    "index-broken": "The index {index} is damaged: {what}. Make it again (samtools index, tabix).",
    "index-unknown": "{index} is no index that is known (.bai, .csi, .tbi). Make one with samtools index or tabix.",
    "index-of-other":
      "The index {index} does not belong to {name}: {what}. Make it again (samtools index, tabix), and load both together.",
    "index-too-far": "{name} is larger than 128 GB: places in it cannot be found by its index. Split it by chromosome.",
    "what-sequences": "it has {index} sequences, and the file has {file}",
    "what-beyond": "it points behind the end of the file",
    "what-place": "no record begins where it says",
    "what-cut": "it ends within itself",
    "what-counts": "a number in it is larger than the index itself",
  },
  ru: {
    "not-blocks":
      "{name} с байта {byte} упакован не блоками (BGZF): места в нём не найти. Упакуйте файл программой bgzip, а не gzip.",
    "block-broken":
      "Блок файла {name} (байт {byte}) повреждён или обрезан: распаковывается не то, что он обещает. Скопируйте или скачайте файл заново.",
    "index-broken": "Индекс {index} повреждён: {what}. Сделайте его заново (samtools index, tabix).",
    "index-unknown": "{index} — не индекс известного вида (.bai, .csi, .tbi). Сделайте его программой samtools index или tabix.",
    "index-of-other":
      "Индекс {index} не от файла {name}: {what}. Сделайте его заново (samtools index, tabix) и загрузите вместе с файлом.",
    "index-too-far": "{name} больше 128 ГБ: по индексу места в нём не найти. Разделите его по хромосомам.",
    "what-sequences": "в нём последовательностей: {index}, а в файле: {file}",
    "what-beyond": "он указывает за конец файла",
    "what-place": "там, где он говорит, запись не начинается",
    "what-cut": "он обрывается",
    "what-counts": "число в нём больше самого индекса",
  },
});
