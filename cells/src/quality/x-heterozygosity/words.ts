// What is said of the rule x-heterozygosity.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-x-heterozygosity", {
  en: {
    title: "Sex by the X chromosome",
    does: "Sites of X with two different alleles beside those expected (F, as PLINK's --check-sex), against the sex that is declared: males have one X, females two; what differs was mixed up. Pseudo-autosomal regions are left out",
    female: "female: F at most",
    male: "male: F at least",
    sites: "sites at least",
    "no-chromosomes": "No column says the chromosomes of the sites.",
    "no-x": "No site lies on X.",
    "all-shared": "All {n} {n|site|sites} of X lie where X and Y are alike.",
    "few-samples": "What is expected is told by the frequencies of alleles in at least {least} samples; here are {n}.",
    "few-sites": "F takes {least} varying sites of X with a genotype at least; no sample has more than {n}.",
    counted: "{n} {n|site|sites} of X {n|is|are} counted.",
    "left-out": "{n} {n|site|sites} of X where X and Y are alike {n|is|are} left out.",
    "build-unknown": "The reference build is not known: what is pseudo-autosomal in any human build is left out.",
    "other-genome": "Where X and Y are alike in {build} is not known here: all sites of X are counted.",
    "no-positions": "No column says positions: all sites of X are counted, those where X and Y are alike as well.",
    "no-sex":
      "No column says the sex of the samples, so that F is measured and nothing is compared. Name the column, where there is one.",
    "none-said": "{column} says the sex of no sample.",
    unread: "{column} says the sex as {values}, of which it is not known which is female. Write female and male in the sheet.",
    "some-unread":
      "{column} says neither female nor male for {n} {n|sample|samples} ({values}); {n|it is|they are} not compared.",
    "all-swapped":
      "{column} says the other sex of {n} of {all} samples: those called female have one X, and the other way round.",
    "is-male": "{sample}: {column} says female, and its X is that of a male: F is {value}, at least {male}",
    "is-female": "{sample}: {column} says male, and its X is that of a female: F is {value}, at most {female}",
    "between-female":
      "{sample}: {column} says female, and F on X is {value}, above {female}: one X and two are not told apart, as with parents who are kin, lost alleles, or a mixture",
    "between-male":
      "{sample}: {column} says male, and F on X is {value}, below {male}: one X and two are not told apart, as with a mixture, or two X and a Y",
  },
  ru: {
    title: "Пол по X-хромосоме",
    does: "Сайты X с двумя разными аллелями рядом с ожидаемым числом (F, как --check-sex в PLINK) против указанного пола: у мужчин одна X, у женщин две; что не сходится, то спутано. Псевдоаутосомные области не считаются",
    female: "женский: F не больше",
    male: "мужской: F не меньше",
    sites: "сайтов не меньше",
    "no-chromosomes": "Ни один столбец не называет хромосомы сайтов.",
    "no-x": "Ни один сайт не лежит на X.",
    "all-shared": "Все сайты X ({n}) лежат там, где X и Y одинаковы.",
    "few-samples": "Ожидаемое число считается по частотам аллелей не менее чем у {least} образцов; здесь их {n}.",
    "few-sites": "Для F нужно не меньше {least} изменчивых сайтов X с генотипом; ни у одного образца их нет больше {n}.",
    counted: "Учтено сайтов X: {n}.",
    "left-out": "Сайтов X там, где X и Y одинаковы, не учтено: {n}.",
    "build-unknown": "Сборка генома неизвестна: не учтено всё, что псевдоаутосомно в любой сборке генома человека.",
    "other-genome": "Где X и Y одинаковы в {build}, здесь неизвестно: учтены все сайты X.",
    "no-positions": "Позиций ни один столбец не называет: учтены все сайты X, и те, где X и Y одинаковы.",
    "no-sex": "Ни один столбец не называет пол образцов: F измерено, но сравнивать не с чем. Укажите столбец, если он есть.",
    "none-said": "В {column} пол не указан ни у одного образца.",
    unread: "В {column} пол записан как {values}, и неизвестно, что из этого женский. Напишите в таблице female и male.",
    "some-unread":
      "В {column} у {n} {n|образца|образцов|образцов} не указан ни женский, ни мужской пол ({values}); они не сравниваются.",
    "all-swapped": "В {column} у {n} из {all} образцов указан другой пол: у названных женскими одна X, и наоборот.",
    "is-male": "{sample}: в {column} указан женский пол, а X-хромосома мужская: F равно {value}, не меньше {male}",
    "is-female": "{sample}: в {column} указан мужской пол, а X-хромосома женская: F равно {value}, не больше {female}",
    "between-female":
      "{sample}: в {column} указан женский пол, а F на X равно {value}, больше {female}: одну X от двух не отличить, как у детей родственников, при потере аллелей или в смеси",
    "between-male":
      "{sample}: в {column} указан мужской пол, а F на X равно {value}, меньше {male}: одну X от двух не отличить, как в смеси или при двух X и Y",
  },
});
