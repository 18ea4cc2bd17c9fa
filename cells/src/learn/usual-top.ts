// How many of a matrix's features are chosen where nobody says another number: the most variable ones.
export const usualTop = 500;
