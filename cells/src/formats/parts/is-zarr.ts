// Stores of Zarr: a folder or a zip of many small files, each level described by one of these (Zarr 3 core, "zarr.json"; Zarr 2,
// ".zgroup" and ".zarray").

export const isZarr = (names: readonly string[]): boolean =>
  names.some((name) => /(?:^|\/)(?:zarr\.json|\.zgroup|\.zarray)$/.test(name));
