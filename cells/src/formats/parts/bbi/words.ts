// What is said of bigWig and bigBed.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("bbi", {
  en: {
    broken: "{name} is damaged: {what}. Copy or download it again.",
    "what-cut": "it ends before what it says stands at byte {byte}",
    "what-node": "its index is not where it says (byte {byte})",
    "what-cycle": "its index leads in a circle",
    "what-section": "a section (byte {byte}) does not unpack to what it says",
    "what-many": "it names more than a million sequences",
    packed: "{name} is packed with gzip as a whole, so no place in it can be read. Unpack it (gunzip) and load it again.",
    old: "{name} is of version {version}; those from 3 on are read. Make it again with a newer program (bedGraphToBigWig, bedToBigBed).",
    "no-build": "Of which reference build it is cannot be told from its sequences.",
  },
  ru: {
    broken: "Файл {name} повреждён: {what}. Скопируйте или скачайте его заново.",
    "what-cut": "он обрывается раньше байта {byte}, где должно стоять обещанное",
    "what-node": "его индекс стоит не там, где сказано (байт {byte})",
    "what-cycle": "его индекс замкнут в круг",
    "what-section": "раздел (байт {byte}) распаковывается не в то, что обещано",
    "what-many": "в нём больше миллиона последовательностей",
    packed: "Файл {name} упакован gzip целиком, и места в нём не прочитать. Распакуйте его (gunzip) и загрузите снова.",
    old: "{name} версии {version}; читаются версии с 3-й. Сделайте его заново новой программой (bedGraphToBigWig, bedToBigBed).",
    "no-build": "По последовательностям не видно, какая это сборка генома.",
  },
});
