// What stands in the column of a gene: data, as cells below read it, so one language.

export const mutatedWord = "mutated";
export const wildWord = "wild type";
