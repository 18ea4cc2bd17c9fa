// What the rows of a matrix are called. `one-` also says the noun of a failure or a figure that was kept
// (messages/catalogue.ts): its keys stay.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("rows-called", {
  en: {
    "one-gene": "gene",
    "one-protein": "protein",
    "one-probe": "probe",
    "one-feature": "feature",
    "one-sample": "sample",
    "many-gene": "genes",
    "many-protein": "proteins",
    "many-probe": "probes",
    "many-feature": "features",
    "of-gene": "genes",
    "of-protein": "proteins",
    "of-probe": "probes",
    "of-feature": "features",
    "count-gene": "{n} {n|gene|genes}",
    "count-protein": "{n} {n|protein|proteins}",
    "count-probe": "{n} {n|probe|probes}",
    "count-feature": "{n} {n|feature|features}",
  },
  ru: {
    "one-gene": "ген",
    "one-protein": "белок",
    "one-probe": "проба",
    "one-feature": "признак",
    "one-sample": "образец",
    "many-gene": "гены",
    "many-protein": "белки",
    "many-probe": "пробы",
    "many-feature": "признаки",
    "of-gene": "генов",
    "of-protein": "белков",
    "of-probe": "проб",
    "of-feature": "признаков",
    "count-gene": "{n} {n|ген|гена|генов}",
    "count-protein": "{n} {n|белок|белка|белков}",
    "count-probe": "{n} {n|проба|пробы|проб}",
    "count-feature": "{n} {n|признак|признака|признаков}",
  },
});
