// What is said of files that are packed otherwise than with gzip or zip.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("packing", {
  en: {
    broken:
      "{name} is damaged or was cut short: what is packed with {packing} does not end as it should, or is not what was packed ({detail}). Copy or download it again.",
    bomb: "{name} unpacks to more than {times} times its size, which no data do. It is not opened.",
    window:
      "{name} is packed so that {mb} MB of memory are needed to unpack it, and at most {most} are given. Pack it again with an ordinary level.",
    dictionary:
      "{name} is packed with a dictionary that lies in another file. Unpack it with that (zstd -d -D …) and drop what comes out.",
    method:
      "{name} is packed with {packing} in a way that is not unpacked here ({detail}). Unpack it, or pack it again with gzip.",
  },
  ru: {
    broken:
      "{name} повреждён или обрезан: упакованное {packing} кончается не так, как должно, или не то, что было упаковано ({detail}). Скопируйте или скачайте его заново.",
    bomb: "{name} при распаковке больше своего размера более чем в {times} раз, таких данных не бывает. Он не открыт.",
    window:
      "{name} упакован так, что для распаковки нужно {mb} МБ памяти, а даётся не больше {most}. Упакуйте его заново с обычным уровнем.",
    dictionary:
      "{name} упакован со словарём, который лежит в другом файле. Распакуйте его с ним (zstd -d -D …) и перетащите то, что получится.",
    method:
      "{name} упакован {packing} способом, который здесь не распаковывается ({detail}). Распакуйте его или упакуйте заново gzip.",
  },
});
