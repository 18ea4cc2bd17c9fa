// The names at the top of a file, for a sentence.

export const topOf = (inside: readonly string[]): readonly string[] => {
  const top = inside.filter((name) => !name.includes("/"));
  return top.length > 10 ? [...top.slice(0, 10), "…"] : top;
};
