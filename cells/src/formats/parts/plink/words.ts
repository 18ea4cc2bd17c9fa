// What is said of the files of PLINK 1.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("format-plink-files", {
  en: {
    "why-bim": "Each line holds a chromosome, a name, a distance, a position and two alleles, as in a .bim of PLINK.",
    "why-fam": "Each line holds family, sample, father, mother, sex and phenotype, as in a .fam of PLINK.",
    "why-map": "Each line holds a chromosome, a name, a distance and a position, as in a .map of PLINK.",
    "bed-alone":
      "{name} holds genotypes of PLINK without the names of sites and samples. Drop it together with the .bim and the .fam of the same name, or a folder or zip with the three.",
    "ped-alone":
      "{name} holds genotypes of PLINK as text, without the names and places of its sites. Drop it together with the .map of the same name, or a folder or zip with both.",
    fields:
      "Line {line} of {part} has {found} {found|field|fields}, and {expected} are expected. Correct that line, or make the file anew.",
    number: "Line {line} of {part} holds “{found}” as a {field}, which is no whole number. Correct that line.",
    "bed-magic": "{part} does not begin as a .bed of PLINK 1 (6c 1b, then 01 or 00). Make it anew with plink --make-bed.",
    "bed-size":
      "{part} holds {found} bytes, and {sites} sites of {samples} samples take {expected}: it was cut short, or belongs to another .bim or .fam.",
    "ped-width":
      "Line {line} of {part} has {found} fields: {sites} sites of the .map take {expected} (two alleles a site behind the first six). Does the .map belong to it?",
    "ped-alleles": "Line {line} of {part}: site {site} has more than two alleles ({found}). PLINK 1 files hold two.",
    counted:
      "The numbers are copies of A1 (column a1), as PLINK counts them: mostly the rarer allele, not always the alternative of a reference.",
    "counted-ped": "The numbers are copies of the rarer allele (column a1) in this file, as PLINK counts them.",
    "ped-half":
      "{count} {count|genotype has|genotypes have} one allele and none beside it (first: line {line}); {count|it is|they are} missing.",
    "samples-repeat": "Samples of one name are in several families ({names}): they are called family_sample.",
    "sample-twice":
      "Samples stand several times in one family ({names}): a number is put behind the later ones. Some commands of plink1.9 refuse such files.",
    "names-repeat":
      "{count} {count|site has|sites have} the same place and alleles as another before (first: {site}); a number is put behind {count|it|them}.",
    cases: "The phenotype holds 1 and 2 only: controls and cases, as PLINK reads it.",
    "build-unknown": "PLINK files do not tell their reference build: set it where you know it.",
    log: "{sites} {sites|site|sites}, {samples} {samples|sample|samples}.",
    "left-alone": "{count} other {count|file|files} of the set ({names}) {count|is|are} not read.",
  },
  ru: {
    "why-bim": "В каждой строке хромосома, имя, расстояние, позиция и два аллеля, как в .bim PLINK.",
    "why-fam": "В каждой строке семья, образец, отец, мать, пол и фенотип, как в .fam PLINK.",
    "why-map": "В каждой строке хромосома, имя, расстояние и позиция, как в .map PLINK.",
    "bed-alone":
      "В {name} генотипы PLINK без имён сайтов и образцов. Перетащите его вместе с .bim и .fam того же имени или папку либо zip с тремя файлами.",
    "ped-alone":
      "В {name} генотипы PLINK текстом, без имён и мест сайтов. Перетащите его вместе с .map того же имени или папку либо zip с обоими.",
    fields:
      "В строке {line} файла {part} {found} {found|поле|поля|полей}, а должно быть {expected}. Исправьте строку или создайте файл заново.",
    number: "В строке {line} файла {part} вместо {field} стоит «{found}» — не целое число. Исправьте строку.",
    "bed-magic": "{part} начинается не как .bed PLINK 1 (6c 1b, затем 01 или 00). Создайте его заново: plink --make-bed.",
    "bed-size":
      "В {part} {found} байт, а {sites} сайтов у {samples} образцов занимают {expected}: файл обрезан или относится к другим .bim и .fam.",
    "ped-width":
      "В строке {line} файла {part} {found} полей: {sites} сайтов из .map занимают {expected} (два аллеля на сайт после первых шести). Этот ли .map к нему относится?",
    "ped-alleles": "Строка {line} файла {part}: у сайта {site} больше двух аллелей ({found}). В файлах PLINK 1 их два.",
    counted:
      "Числа — копии A1 (столбец a1), как их считает PLINK: обычно это более редкий аллель, не всегда альтернативный к референсу.",
    "counted-ped": "Числа — копии более редкого в этом файле аллеля (столбец a1), как их считает PLINK.",
    "ped-half":
      "У {count} {count|генотипа|генотипов|генотипов} один аллель есть, а второго нет (первый в строке {line}); это пропуски.",
    "samples-repeat": "Образцы с одним именем есть в разных семьях ({names}): они названы семья_образец.",
    "sample-twice":
      "Образцы записаны в одной семье несколько раз ({names}): к повторным добавлен номер. Некоторые команды plink1.9 такие файлы не принимают.",
    "names-repeat":
      "У {count} {count|сайта|сайтов|сайтов} то же место и те же аллели, что у предыдущего (первый: {site}); добавлен номер.",
    cases: "В фенотипе только 1 и 2: контроли и случаи, как читает PLINK.",
    "build-unknown": "Файлы PLINK не называют сборку генома: укажите её, если знаете.",
    log: "Сайтов {sites}, образцов {samples}.",
    "left-alone": "Другие файлы набора ({count}: {names}) не читаются.",
  },
});
