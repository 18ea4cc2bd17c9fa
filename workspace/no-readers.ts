// A plug-in of the build: no file is read in a browser. Of formats the screen has their cards (names, endings, settings): their
// readers are not built, and what looks into files to tell them apart stays outside.

const readers =
  /\(\) => import\("\.\/formats\/[\w-]+\/[\w-]+\.ts"\)|async \(\) => \(await import\("\.\/formats\/[\w-]+\/[\w-]+\.ts"\)\)\.\w+/g;

/** Files from which cards take more than the means to look into a file. */
const kept = /(?:\/words|contract\/format|\/places-format|\/delimited-text)\.ts$/;
const imports = /^import \{([^}]*)\} from "([^"]+)";$/gm;

/** Whatever is asked of what tells formats apart, nobody asks it here. */
const nothing = "const nothing = new Proxy(() => nothing, { get: () => nothing });";

/** The card without what it tells its format by. */
function withoutSniffing(code: string): string {
  let left = false;
  const without = code.replaceAll(imports, (whole, names: string, from: string) => {
    if (kept.test(from)) return whole;
    left = true;
    const taken = names.split(",").map(
      (name) =>
        name
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? "",
    );
    return taken.flatMap((name) => (name === "" || name.startsWith("type ") ? [] : [`const ${name} = nothing;`])).join(" ");
  });
  return left ? `${nothing}\n${without}` : without;
}

export const noReaders = () => ({
  name: "no-readers",
  apply: "build" as const,
  enforce: "pre" as const,
  transform(code: string, id: string): string | null {
    if (/\/cells\/src\/formats\/[^/]+\/format\.ts$/.test(id)) return withoutSniffing(code);
    if (!id.endsWith("/cells/src/formats.ts")) return null;
    const without = code.replaceAll(readers, "noReader");
    if (without === code || without.includes("import("))
      throw new Error("formats.ts loads its readers another way: look at no-readers.ts");
    return `${without}\nfunction noReader() { throw new Error("a browser reads no file"); }\n`;
  },
});
