// A drawing as XML that every program reads: control letters in names are none of XML's (1.0, 2.2 Char), and a browser writes them as
// they are.

/** Whether XML has that letter, which is one of its own. */
const isOfXml = (letter: string): boolean => /[\t\n\r]/.test(letter) || (letter >= " " && !/[\ufffe\uffff]/.test(letter));

/** With the sign of a letter that cannot be shown in their place. */
export const validXml = (svg: string): string => {
  const letters = [...svg];
  return letters.every(isOfXml) ? svg : letters.map((letter) => (isOfXml(letter) ? letter : "\ufffd")).join("");
};
