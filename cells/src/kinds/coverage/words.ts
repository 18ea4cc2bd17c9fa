// What cells of the kind say of themselves, their form, and why they fail.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("coverage", {
  en: {
    "words-empty": "counts how deep reads cover the reference",
    "words-depth": "counts how deep the reads of {from} cover each {bin} bases",
    "words-depth-place": "counts how deep the reads of {from} cover each {bin} bases of {place}",
    "words-found": "counts how deep the reads of {from} cover the reference, in bins",
    "words-found-place": "counts how deep the reads of {from} cover {place}, in bins",
    "words-genes": "counts the reads of {from} of each gene of {genes}",
    "no-alignments":
      "{format} files hold no alignments, so nothing covers anything. Choose a BAM; values of a track are read by Read a region.",
    "too-many-bins": "Bins of {bin} bases make {rows} rows, more than {most}. Take bins of {better}, or write a place.",
    "genes-other-names":
      "{name} and the annotation share no chromosome: the file says {file}, the annotation {genes}. Make their names alike (a transform of the annotation).",
    "said-genes":
      "Reads are counted as featureCounts counts them: {assigned} of {all} lie in one gene only and are counted; {ambiguous} lie in several genes, {none} in no gene, {multiple} have more places than one: these are not counted.",
    "said-rows": "{n} {n|row|rows} of the annotation ({only}) {n|makes|make} {genes} {genes|gene|genes}.",
    "said-missing":
      "{n} {n|row|rows} of the annotation {n|lies|lie} on sequences that {name} does not have ({contigs}), and no reads are counted for {n|it|them}.",
    "said-depth":
      "Bases of reads aligned to a base (M, =, X) count; deletions, introns and clipped ends do not. Reads with the flags {flags} are left out.",
    "all-rows": "all",
    "form-from": "Alignments",
    "form-genes": "Annotation",
    "form-no-genes": "none: depth in bins",
    "form-place": "Place",
    "form-place-example": "all, or chr1:1,000-2,000",
    "form-bin": "Bases of a bin",
    "form-by-length": "by length",
    "said-bin":
      "Bins of {bin} {bin|base|bases}, by the length of what was asked: {bases} {bases|base|bases}. Another can be set (Bases of a bin).",
    "chosen-bin": "Bins of {bin} {bin|base|bases}, by the length of what was asked. Set another as “Bases of a bin”.",
    "form-quality": "Mapping quality from",
    "form-flags": "Without flags",
    "form-gene": "Column of genes",
    "form-only": "Rows of type",
    "form-found": "found",
    "form-strand": "Strand",
    "strand-both": "either",
    "strand-same": "of the read",
    "strand-opposite": "opposite",
    "form-multiple": "Reads of several places, too",
    progress: "Counting",
  },
  ru: {
    "words-empty": "считает, насколько глубоко прочтения покрывают геном",
    "words-depth": "считает глубину покрытия прочтениями {from} в окнах по {bin} оснований",
    "words-depth-place": "считает глубину покрытия прочтениями {from} в окнах по {bin} оснований в {place}",
    "words-found": "считает, насколько глубоко прочтения {from} покрывают геном, в окнах",
    "words-found-place": "считает, насколько глубоко прочтения {from} покрывают {place}, в окнах",
    "words-genes": "считает прочтения {from} на каждый ген из {genes}",
    "no-alignments":
      "В файлах {format} нет выравниваний, покрытие считать не из чего. Выберите BAM; значения дорожки читает «Прочитать место».",
    "too-many-bins": "Окна по {bin} оснований дают строк: {rows}, больше {most}. Возьмите окна по {better} или укажите место.",
    "genes-other-names":
      "У {name} и аннотации нет общих хромосом: в файле {file}, в аннотации {genes}. Приведите названия к одному виду (преобразованием аннотации).",
    "said-genes":
      "Прочтения сосчитаны как в featureCounts: {assigned} из {all} лежат ровно в одном гене и сосчитаны; {ambiguous} — в нескольких генах, {none} — вне генов, у {multiple} больше одного места: они не сосчитаны.",
    "said-rows": "Строк аннотации ({only}): {n}; генов: {genes}.",
    "said-missing": "Строк аннотации на последовательностях, которых нет в {name} ({contigs}): {n}; для них ничего не сосчитано.",
    "said-depth":
      "Считаются основания прочтений, выровненные на основание (M, =, X); делеции, интроны и обрезанные концы не считаются. Прочтения с флагами {flags} пропущены.",
    "all-rows": "все",
    "form-from": "Выравнивания",
    "form-genes": "Аннотация",
    "form-no-genes": "нет: глубина в окнах",
    "form-place": "Место",
    "form-place-example": "всё или chr1:1000-2000",
    "form-bin": "Оснований в окне",
    "form-by-length": "по длине",
    "said-bin":
      "Окна по {bin} {bin|основанию|основания|оснований}, по длине запрошенного: {bases} {bases|основание|основания|оснований}. Можно задать другие («Оснований в окне»).",
    "chosen-bin":
      "Окна по {bin} {bin|основанию|основания|оснований}, по длине запрошенного. Другие задаются в поле «Оснований в окне».",
    "form-quality": "Качество картирования от",
    "form-flags": "Без флагов",
    "form-gene": "Столбец генов",
    "form-only": "Строки вида",
    "form-found": "найдено",
    "form-strand": "Цепь",
    "strand-both": "любая",
    "strand-same": "та же",
    "strand-opposite": "обратная",
    "form-multiple": "И прочтения с несколькими местами",
    progress: "Подсчёт",
  },
});
