// What is said of the step combine.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-combine", {
  en: {
    title: "Combine matrices",
    does: "Puts the samples of several matrices side by side, with the lab of each",
    "says-common": "with the samples of {others}, features that all have",
    "says-all": "with the samples of {others}, all features",
    menu: "Combine labs",
    "why-whole":
      "it puts samples of other cells beside these, and later ones need none of them (to give these the same features, put the step “Choose genes” behind a cell that combines)",
    "menu-line": "Matrices of several labs or batches become one, with a column of labs",
    "menu-words": "merge append join labs batches cohorts integrate concatenate cbind meta",
    "this-lab": "this lab",
    matrix: "matrix",
    "add-matrix": "Add a matrix",
    lab: "lab",
    features: "features",
    "features-common": "that all have",
    "features-all": "all, missing where there are none",
    versions: "versions of ids",
    "versions-exact": "matter",
    "versions-strip": "do not matter",
    names: "samples of one name",
    "names-refuse": "refuse",
    "names-prefix": "lab before each name",
    column: "column of labs",
    scales: "scales",
    "scales-same": "must be the same",
    "scales-any": "as they are",
    "not-a-matrix": "Step {step}: {lab} is not a matrix. Choose a cell that answers a matrix.",
    "scales-differ":
      "Step {step}: {here} holds {first}, and {there} holds {second}: values of two scales are not comparable. {way}",
    "way-log-cpm": "Add the step “Log CPM” to the counts first, or take the counts of both.",
    "way-cpm": "Add the step “Counts per million” to the counts first, or take the counts of both.",
    "way-lengths": "Add the step “TPM” or “FPKM” to the counts first, or take the counts of both.",
    "way-counts": "Take the counts of both and make logarithms of the whole, or bring both to one scale first.",
    "way-one": "Bring both to one scale first.",
    "scale-counts": "counts",
    "scale-linear": "large values that are no logarithms",
    "scale-small": "small values, as logarithms are",
    "scales-any-said": "Step {step}: {here} holds {first}, and {there} holds {second}; they stand side by side as they are.",
    "scale-unknown":
      "Step {step}: nothing says on what scale the values of {labs} are; that they are on the same is taken as given.",
    "ids-differ":
      "Step {step}: the features of {here} are called by {first}, those of {there} by {second}. Bring them to one kind with the step “Map ids”.",
    "none-common":
      "Step {step}: {here} and {there} have no feature in common. First here: {first}; there: {second}. Bring the ids to one kind with the step “Map ids”.",
    "none-but-versions":
      "Step {step}: {here} and {there} have no feature in common, but {n} without the versions of their ids (ENSG….7). Let versions not matter.",
    "version-twice":
      "Step {step}: without versions {n} {n|id stands|ids stand} twice in {lab} ({names}{more}). Collapse them first.",
    kept: "Step {step}: {n} of {all} features {n|is|are} in all {labs} matrices, and {n|stays|stay}.",
    filled: "Step {step}: {n} of {all} features {n|is|are} not in all {labs} matrices; values are missing where there are none.",
    "alleles-differ":
      "Step {step}: {n} {n|site has|sites have} other alleles in {there} than in {here} ({names}{more}), so that the same number means another genotype. Take files that were aligned to one reference allele.",
    "builds-differ":
      "Step {step}: the places of {here} are those of {first}, those of {there} of {second}. Take data of one build.",
    clash:
      "Step {step}: {n} {n|sample has|samples have} a name that a sample of another matrix has, too. If they are others, put the lab before each name (the button does it); if they are the same ones, leave them out of one matrix.",
    "clash-still": "Step {step}: even with the lab before it a name stands twice. Give each lab another name.",
    "units-differ": "Step {step}: {column} is in {first} in {here}, and in {second} in {there}. Bring it to one unit first.",
    "column-there":
      "Step {step}: {column} is a column of the samples already. Choose another name for the column of labs, or none.",
    partly: "Step {step}: not all matrices describe their samples by {names}; it is missing for the others.",
    "as-text": "Step {step}: {names} {n|holds|hold} numbers in one matrix and texts in another, and {n|is text|are texts} now.",
    layers: "Step {step}: layers of the matrices were left out.",
    equal:
      "Step {step}: {n} {n|sample is|samples are} the same, to the last digit, as one of another lab. The cell “Check the samples” shows which.",
    "equal-unlooked": "Step {step}: the whole is too large to look for samples that came to two labs.",
    unnamed: "Step {step}: labs without a name are called by their numbers ({names}).",
    large:
      "Step {step}: the whole would hold {n} numbers; at most {limit} are held. Take the features that all have, or select some first.",
  },
  ru: {
    title: "Объединить матрицы",
    does: "Ставит рядом образцы нескольких матриц и пишет лабораторию каждого",
    "says-common": "с образцами {others}, общие признаки",
    "says-all": "с образцами {others}, все признаки",
    menu: "Объединить лаборатории",
    "why-whole":
      "он ставит рядом образцы из других ячеек, а новым они не нужны (чтобы признаки были те же, поставьте шаг «Выбрать гены» после ячейки, которая объединяет)",
    "menu-line": "Матрицы нескольких лабораторий или партий становятся одной, со столбцом лабораторий",
    "menu-words": "слить объединить лаборатории партии когорты матрицы",
    "this-lab": "эта лаборатория",
    matrix: "матрица",
    "add-matrix": "Добавить матрицу",
    lab: "лаборатория",
    features: "признаки",
    "features-common": "общие для всех",
    "features-all": "все, с пропусками",
    versions: "версии идентификаторов",
    "versions-exact": "важны",
    "versions-strip": "не важны",
    names: "образцы с одним именем",
    "names-refuse": "отказать",
    "names-prefix": "лаборатория перед именем",
    column: "столбец лабораторий",
    scales: "шкалы",
    "scales-same": "должны совпадать",
    "scales-any": "как есть",
    "not-a-matrix": "Шаг {step}: {lab} — не матрица. Выберите ячейку, которая даёт матрицу.",
    "scales-differ": "Шаг {step}: {here} — это {first}, а {there} — {second}: значения двух шкал несравнимы. {way}",
    "way-log-cpm": "Сначала добавьте к прочтениям шаг «log CPM» или возьмите прочтения обеих.",
    "way-cpm": "Сначала добавьте к прочтениям шаг «Прочтения на миллион» или возьмите прочтения обеих.",
    "way-lengths": "Сначала добавьте к прочтениям шаг «TPM» или «FPKM» или возьмите прочтения обеих.",
    "way-counts": "Возьмите прочтения обеих и логарифмируйте целое или сначала приведите обе к одной шкале.",
    "way-one": "Сначала приведите обе к одной шкале.",
    "scale-counts": "прочтения",
    "scale-linear": "большие значения, не логарифмы",
    "scale-small": "небольшие значения, как у логарифмов",
    "scales-any-said": "Шаг {step}: {here} — это {first}, а {there} — {second}; они стоят рядом как есть.",
    "scale-unknown": "Шаг {step}: ничто не говорит, в какой шкале значения {labs}; считается, что в одной и той же.",
    "ids-differ":
      "Шаг {step}: признаки {here} названы как {first}, а {there} — как {second}. Приведите их к одному виду шагом «Сопоставить идентификаторы».",
    "none-common":
      "Шаг {step}: у {here} и {there} нет общих признаков. Первый здесь: {first}, там: {second}. Приведите идентификаторы к одному виду шагом «Сопоставить идентификаторы».",
    "none-but-versions":
      "Шаг {step}: у {here} и {there} нет общих признаков, но без версий идентификаторов (ENSG….7) их {n}. Пусть версии будут не важны.",
    "version-twice":
      "Шаг {step}: без версий {n} {n|идентификатор стоит|идентификатора стоят|идентификаторов стоят} в {lab} дважды ({names}{more}). Сначала сведите их.",
    kept: "Шаг {step}: признаков, которые есть во всех матрицах ({labs}), {n} из {all}; остаются они.",
    filled: "Шаг {step}: признаков, которые есть не во всех матрицах ({labs}), {n} из {all}; где их нет, там пропуски.",
    "alleles-differ":
      "Шаг {step}: у {n} {n|сайта|сайтов|сайтов} в {there} другие аллели, чем в {here} ({names}{more}), и то же число значит другой генотип. Возьмите файлы с одним референсным аллелем.",
    "builds-differ": "Шаг {step}: участки {here} по сборке {first}, а {there} по {second}. Возьмите данные одной сборки.",
    clash:
      "Шаг {step}: {n} {n|образец назван|образца названы|образцов названы} так же, как образец другой матрицы. Если это разные образцы, поставьте лабораторию перед именами (это сделает кнопка); если те же самые, уберите их из одной матрицы.",
    "clash-still": "Шаг {step}: имя стоит дважды даже с лабораторией перед ним. Назовите лаборатории по-разному.",
    "units-differ": "Шаг {step}: {column} в {here} в {first}, а в {there} в {second}. Сначала приведите к одной единице.",
    "column-there": "Шаг {step}: столбец {column} у образцов уже есть. Назовите столбец лабораторий иначе или не добавляйте его.",
    partly: "Шаг {step}: не все матрицы описывают образцы столбцами {names}; у остальных там пропуски.",
    "as-text": "Шаг {step}: в {names} в одной матрице числа, в другой тексты; теперь {n|это текст|это тексты|это тексты}.",
    layers: "Шаг {step}: слои матриц убраны.",
    equal:
      "Шаг {step}: {n} {n|образец совпадает|образца совпадают|образцов совпадают} до последнего знака с образцом другой лаборатории. Какие, покажет ячейка «Проверить образцы».",
    "equal-unlooked": "Шаг {step}: целое слишком велико, чтобы искать образцы, попавшие в две лаборатории.",
    unnamed: "Шаг {step}: лаборатории без имени названы по номерам ({names}).",
    large:
      "Шаг {step}: в целом было бы {n} чисел, а держится не больше {limit}. Возьмите общие признаки или сначала выберите часть.",
  },
});
