// The XML of one sheet out of the files of a workbook (ECMA-376 part 2: parts and their relationships).

/** Files by path, as the spreadsheet library hands them out. */
export type WorkbookFiles = Readonly<Record<string, { readonly content?: ArrayLike<number> | null } | undefined>>;

/** Null when there is none, as in binary workbooks (.xlsb). */
export const sheetXml = (files: WorkbookFiles, name: string): string | null => textOf(sheetPart(files, name));

const textOf = (content: ArrayLike<number> | null): string | null =>
  content && new TextDecoder().decode(content instanceof Uint8Array ? content : Uint8Array.from(content));

/** The bytes of that part, unpacked. */
export function sheetPart(files: WorkbookFiles, name: string): ArrayLike<number> | null {
  const bytesOf = (path: string): ArrayLike<number> | null => files[path.replace(/^\//, "")]?.content ?? null;
  const partOf = (path: string): string | null => textOf(bytesOf(path));
  const book = Object.keys(files).find((path) => /^(?:xl\/)?workbook[^/]*\.xml$/i.test(path));
  if (book === undefined) return null;
  const folder = book.slice(0, book.lastIndexOf("/") + 1);
  const rels = partOf(`${folder}_rels/${book.slice(folder.length)}.rels`);
  const sheets = [...(partOf(book) ?? "").matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, text]) => attributes(text as string));
  const id = sheets.find((sheet) => sheet.get("name") === name)?.get("id");
  const links = [...(rels ?? "").matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].map(([, text]) => attributes(text as string));
  const target = links.find((link) => link.get("id") === id)?.get("target");
  if (id === undefined || target === undefined) return null;
  return bytesOf(target.startsWith("/") ? target : folder + target) ?? bytesOf(target);
}

/** By name in small letters without prefix, characters unescaped. */
function attributes(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(/(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return new Map(found.map(([, name, double, single]) => [(name as string).toLowerCase(), unescaped(double ?? single ?? "")]));
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
export const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name as string] ?? whole;
    const code = Number.parseInt((hex ?? decimal) as string, hex === undefined ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : (whole as string);
  });
