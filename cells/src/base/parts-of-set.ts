// Which files of a folder or an archive are data: not what systems and programs leave beside them. (Zarr 2 describes its levels in
// files whose names begin with a dot.)

/** `name`: a path with "/". */
export const isPartOfSet = (name: string): boolean =>
  name !== "" &&
  !name.endsWith("/") &&
  !/(?:^|\/)(?:\.(?!z(?:group|array|attrs|metadata)$)[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(?:\/|$)/i.test(name);
