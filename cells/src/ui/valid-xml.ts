// A drawing as XML that every program reads: control letters in names are none of XML's (1.0, 2.2 Char), and a browser writes them as
// they are.

const notOfXml = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** With the sign of a letter that cannot be shown in their place. */
export const validXml = (svg: string): string => svg.replace(notOfXml, "\ufffd");
