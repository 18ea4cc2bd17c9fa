// Weights behind genes, as libraries of Enrichr have them: TP53,1.0. They are all the same there, or say how sure a gene is.

const weight = /,\d+(?:\.\d+)?(?:e-?\d+)?$/i;

export const hasWeight = (gene: string): boolean => weight.test(gene.trim());

export const withoutWeight = (gene: string): string => gene.trim().replace(weight, "");
