// What is said of the format cbioportal-study.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-cbioportal-study", {
  en: {
    title: "cBioPortal study",
    why: "a study: {files} of its files say what the others hold",
    "no-data": "{meta} names the file {data}, which is not in {name}. Put it beside, or take {meta} out.",
    "no-profile": "{name} holds no profile {sheet}. It holds: {sheets}.",
    "no-numbers":
      "{data} is a profile of numbers by {meta}, and none of its columns is called as a sample of the study ({samples} …).",
    sheet: "Of {count} files of the study this is {sheet}. The others: {others}.",
    joined: "{count} samples of {patients} patients: clinical_patients is joined to clinical_samples by PATIENT_ID.",
    "no-patient":
      "{count} {count|sample names|samples name} a patient that the list of patients does not have ({samples}): what is known of patients is missing there.",
    limits:
      "{count} {count|value|values} such as {value} {count|is a limit|are limits} and no {count|number|numbers}: missing here ({features}).",
    "not-clinical":
      "{count} {count|sample|samples} of the matrix {count|is|are} not among the clinical samples ({samples}): nothing is known of {count|it|them}.",
    unnamed: "{count} {count|file is|files are} named by no meta file, and {count|was|were} left out: {files}.",
    twice: "{feature} stands in several rows of {data} (line {line}): the later ones are called {feature}_2 and so on.",
  },
  ru: {
    title: "исследование cBioPortal",
    why: "исследование: его файлы описаний ({files}) говорят, что в остальных",
    "no-data": "{meta} называет файл {data}, которого нет в {name}. Положите его рядом или уберите {meta}.",
    "no-profile": "В {name} нет профиля {sheet}. Есть: {sheets}.",
    "no-numbers":
      "По {meta} файл {data} — профиль чисел, но ни один его столбец не назван как образец исследования ({samples} …).",
    sheet: "Из файлов исследования ({count}) это {sheet}. Остальные: {others}.",
    joined: "Образцов {count}, пациентов {patients}: clinical_patients присоединён к clinical_samples по PATIENT_ID.",
    "no-patient":
      "{count} {count|образец называет|образца называют|образцов называют} пациента, которого нет в списке пациентов ({samples}): данных о пациентах там нет.",
    limits: "{count} {count|значение|значения|значений} вроде {value} — границы, а не числа: здесь пропуски ({features}).",
    "not-clinical":
      "{count} {count|образец|образца|образцов} матрицы нет среди клинических ({samples}): о них ничего не известно.",
    unnamed: "Не описаны ни одним meta-файлом и пропущены ({count}): {files}.",
    twice: "{feature} встречается в {data} несколько раз (строка {line}): последующие названы {feature}_2 и так далее.",
  },
});
