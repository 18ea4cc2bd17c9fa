// A plug-in of the build: no file is read in a browser. Of formats the screen has their cards (names, endings, settings):
// their readers are not built, and what looks into text to tell them apart stays outside.

const readers = /\(\) => import\("\.\/formats\/[\w-]+\/(?:read|look|validate)\.ts"\)/g;

export const noReaders = () => ({
  name: "no-readers",
  apply: "build" as const,
  enforce: "pre" as const,
  load: (id: string): string | null =>
    id.endsWith("/cells/src/formats/parts/delimited/delimiter-of-head.ts")
      ? "export const delimiterOfHead = () => null;\nexport const sniffDelimiter = () => null;"
      : null,
  transform(code: string, id: string): string | null {
    if (!id.endsWith("/cells/src/formats.ts")) return null;
    const without = code.replaceAll(readers, "noReader");
    if (without === code) throw new Error("formats.ts loads its readers another way: look at no-readers.ts");
    return `${without}\nfunction noReader() { throw new Error("a browser reads no file"); }\n`;
  },
});
