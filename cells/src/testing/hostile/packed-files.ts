// Small files that unpack to much: a workbook of blanks, one with entities of XML, a matrix in one piece that says it is larger than
// it is. For tests only.

import { crc32 } from "../../base/crc32.ts";

async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const copy = bytes.slice();
  return new Response(new Blob([copy]).stream().pipeThrough(new CompressionStream("deflate-raw"))).bytes();
}

/** Little-endian: [value, bytes]. */
function fields(...numbers: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const bytes = new Uint8Array(numbers.reduce((sum, [, size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of numbers) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

/** An ordinary zip, each part deflated (APPNOTE 6.3.10 §4.3). */
export async function packedZip(parts: { readonly [name: string]: string | Uint8Array }): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const called = new TextEncoder().encode(name);
    const packed = await deflated(bytes);
    const common = [
      [8, 2],
      [0, 4],
      [crc32(bytes), 4],
      [packed.length, 4],
      [bytes.length, 4],
      [called.length, 2],
      [0, 2],
    ] as const;
    const local = fields([0x0403_4b50, 4], [20, 2], [0, 2], ...common);
    const more = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [at, 4],
    ] as const;
    directory.push(fields([0x0201_4b50, 4], [20, 2], [20, 2], [0, 2], ...common, ...more), called);
    pieces.push(local, called, packed);
    at += local.length + called.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = Object.keys(parts).length;
  const end = fields([0x0605_4b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2]);
  return new Uint8Array(await new Blob([...pieces, ...directory, end].map((piece) => piece.slice())).arrayBuffer());
}

const xml = '<?xml version="1.0"?>';
const office = "http://schemas.openxmlformats.org";
/** A workbook of one sheet; `sheet`: what stands in it. */
export const workbookWith = (sheet: string): Promise<Uint8Array> =>
  packedZip({
    "[Content_Types].xml": `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${xml}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
  });
const cells =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>b&e;</t></is></c></row>';
const sheetOf = (before: string, more: string): string =>
  `${xml}${before}<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${cells}${more}</sheetData></worksheet>`;

export const packedFiles = {
  /** `mb` of blanks in a sheet. */
  blanks: (mb: number): Promise<Uint8Array> => workbookWith(sheetOf("", " ".repeat(mb * 1_000_000))),
  entities: (): Promise<Uint8Array> =>
    workbookWith(sheetOf('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY d "&e;&e;&e;&e;">]>', "")),
};

/** Every place where these numbers stand, each in so many bytes, as others. */
export function withNumbers(
  bytes: Uint8Array,
  found: readonly number[],
  put: readonly number[],
  width: 4 | 8,
): { readonly bytes: Uint8Array; readonly places: number } {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const at = (place: number, nth: number): number =>
    width === 4 ? view.getUint32(place + nth * 4, true) : Number(view.getBigUint64(place + nth * 8, true));
  let places = 0;
  for (let place = 0; place + width * found.length <= copy.length; place++) {
    if (!found.every((number, nth) => at(place, nth) === number)) continue;
    places++;
    put.forEach((number, nth) => {
      if (width === 4) view.setUint32(place + nth * 4, number, true);
      else view.setBigUint64(place + nth * 8, BigInt(number), true);
    });
  }
  return { bytes: copy, places };
}
