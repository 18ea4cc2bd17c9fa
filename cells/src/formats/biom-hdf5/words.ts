// What is said of the format biom-hdf5.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-biom-hdf5", {
  en: {
    title: "BIOM 2 (HDF5)",
    "metadata-left": "{columns} of what describes {what} {count|is|are} no list of one value each and left out.",
  },
  ru: {
    title: "BIOM 2 (HDF5)",
    "metadata-left":
      "{columns} в описании {what}: {count|столбец хранится|столбцы хранятся|столбцы хранятся} не по одному значению, не взято.",
  },
});
