// Numbers inside a figure: Plotly's typed arrays, little-endian and base64, read back.

const bytesOf = { f4: 4, f8: 8 } as const;

export function floatsOf(base64: string, dtype: "f8" | "f4"): readonly number[] {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const size = bytesOf[dtype];
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, at) =>
    dtype === "f8" ? view.getFloat64(at * size, true) : view.getFloat32(at * size, true),
  );
}
