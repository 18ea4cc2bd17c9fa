// A plug-in of the build: no file is read in a browser. Of formats the screen has their cards (names, endings, settings):
// their readers are not built, and what looks into text to tell them apart stays outside.

const readers = /\(\) => import\("\.\/formats\/[\w-]+\/(?:read|look|validate)\.ts"\)/g;

/** What cards tell formats apart by, and nobody asks here. */
const nothing = (...names: readonly string[]): string => names.map((name) => `export const ${name} = () => null;`).join("\n");
const stubs: { readonly [file: string]: string } = {
  "parts/delimited/delimiter-of-head.ts": nothing("delimiterOfHead", "sniffDelimiter"),
  "parts/zip-part.ts": nothing("zipPart"),
  "parts/file-head.ts": nothing("letters"),
  "jsonl/json-of-head.ts": nothing("jsonOf"),
};

export const noReaders = () => ({
  name: "no-readers",
  apply: "build" as const,
  enforce: "pre" as const,
  load: (id: string): string | null => {
    const file = /\/cells\/src\/formats\/(.+)$/.exec(id)?.[1];
    return (file && stubs[file]) ?? null;
  },
  transform(code: string, id: string): string | null {
    if (!id.endsWith("/cells/src/formats.ts")) return null;
    const without = code.replaceAll(readers, "noReader");
    if (without === code) throw new Error("formats.ts loads its readers another way: look at no-readers.ts");
    return `${without}\nfunction noReader() { throw new Error("a browser reads no file"); }\n`;
  },
});
