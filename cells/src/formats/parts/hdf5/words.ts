// What is said of HDF5 files, whatever they hold.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("hdf5", {
  en: {
    "why-inside": "It is HDF5 and holds {inside}.",
    "why-signature": "It begins as HDF5 files do.",
    "other-inside":
      "{name} is an HDF5 file that holds {inside}. GenomeCraft reads AnnData (.h5ad), 10x Genomics, loom, BIOM and kallisto files of that kind. Export a table or a matrix from it with the program that wrote it.",
    "file-too-large":
      '{name} is larger than 1 GB, and is read whole. Write a part of it to a file of its own: in Python, adata[cells, genes].write_h5ad("part.h5ad", compression="gzip").',
    h5mu: '{name} is MuData (.h5mu): several AnnData in one file. Write each of them to a file of its own: in Python, mudata.read_h5mu(…).mod["rna"].write_h5ad("rna.h5ad").',
    keras: "{name} holds the weights of a Keras model, and no data. Models are not loaded from such files.",
    damaged:
      "{name} is an HDF5 file that is damaged or was cut: {detail}. Copy or download it again, or write it again with the program that made it.",
    "nothing-there":
      "{name} has no {what}, which {format} files have. It holds {available}. Write it again with a current release of the program that made it.",
    "too-large":
      "{what} of {name} holds {count} numbers, more than is read at once. Write a part of it (fewer cells or genes) to a file of its own.",
    lies: "{what} of {name} says that it holds {size}, more than {times} times the {whole} of the file, which no data do. It is damaged, or nearly all of it is one number: copy or download it again, or write it as a sparse matrix.",
    piece:
      '{what} of {name} is packed in pieces of {size}, each of which is unpacked at once, and at most {most} are. Write the file again with pieces of the usual size (in Python: write_h5ad(…, compression="gzip")).',
    filter:
      '{what} of {name} is packed with {filter}, which is not read. Write it again packed with gzip (in Python: write_h5ad(…, compression="gzip")) or unpacked.',
    "not-numbers": "{what} of {name} holds no numbers. Write the file again with the program that made it.",
    "not-texts": "{what} of {name} holds no texts. Write the file again with the program that made it.",
    "shape-differs": "{what} of {name} has the shape {found}, and {expected} is expected by {by}. Write the file again.",
    pointers:
      "{what}/indptr of {name} is wrong at place {place}: {found}. It must begin at 0, never fall, and end at the number of entries, {count}. Write the file again.",
    "index-outside":
      "{what}/indices of {name} holds {found} at place {place}, and must lie from 0 to {most}. Write the file again with the program that made it.",
    twice: "{count} {count|number stands|numbers stand} at the place of another one in {what}: added to it, as scipy does.",
  },
  ru: {
    "why-inside": "Это HDF5, внутри {inside}.",
    "why-signature": "Начинается как файлы HDF5.",
    "other-inside":
      "{name} — файл HDF5, в нём {inside}. Из таких файлов GenomeCraft читает AnnData (.h5ad), 10x Genomics, loom, BIOM и kallisto. Экспортируйте из него таблицу или матрицу программой, которая его записала.",
    "file-too-large":
      '{name} больше 1 ГБ, а читается целиком. Запишите часть в отдельный файл: в Python adata[cells, genes].write_h5ad("part.h5ad", compression="gzip").',
    h5mu: '{name} — MuData (.h5mu): несколько AnnData в одном файле. Запишите каждую отдельно: в Python mudata.read_h5mu(…).mod["rna"].write_h5ad("rna.h5ad").',
    keras: "В {name} веса модели Keras, а не данные. Модели из таких файлов не загружаются.",
    damaged:
      "{name} — файл HDF5, но он повреждён или обрезан: {detail}. Скопируйте или скачайте его заново или запишите ещё раз той же программой.",
    "nothing-there":
      "В {name} нет {what}, а в файлах {format} это есть. Внутри: {available}. Запишите файл заново свежей версией программы, которая его создала.",
    "too-large":
      "{what} в {name}: чисел {count}, больше, чем читается за раз. Запишите часть (меньше клеток или генов) в отдельный файл.",
    lies: "{what} в {name} заявляет размер {size}, это больше {times} размеров файла ({whole}), таких данных не бывает. Файл повреждён или почти весь из одного числа: скопируйте или скачайте его заново или запишите разреженной матрицей.",
    piece:
      '{what} в {name} сжато кусками по {size}, каждый распаковывается целиком, а можно не больше {most}. Запишите файл заново с обычными кусками (в Python: write_h5ad(…, compression="gzip")).',
    filter:
      '{what} в {name} сжато фильтром {filter}, он не читается. Запишите файл со сжатием gzip (в Python: write_h5ad(…, compression="gzip")) или без сжатия.',
    "not-numbers": "{what} в {name} — не числа. Запишите файл заново программой, которая его создала.",
    "not-texts": "{what} в {name} — не тексты. Запишите файл заново программой, которая его создала.",
    "shape-differs": "{what} в {name} имеет форму {found}, а по {by} ожидается {expected}. Запишите файл заново.",
    pointers:
      "{what}/indptr в {name} неверно на месте {place}: {found}. Должно начинаться с 0, не убывать и кончаться числом записей {count}. Запишите файл заново.",
    "index-outside":
      "{what}/indices в {name} содержит {found} на месте {place}, а должно быть от 0 до {most}. Запишите файл заново программой, которая его создала.",
    twice: "{count} {count|число стоит|числа стоят|чисел стоят} в {what} на месте другого: сложены, как делает scipy.",
  },
});
