// A drawing as XML that every program reads: control letters in names are none of XML's (1.0, 2.2 Char), and a browser writes them as
// they are.

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const notOfXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** With the sign of a letter that cannot be shown in their place. */
export const validXml = (svg: string): string => svg.replace(notOfXml, "\ufffd");
