// Which files of a folder or an archive are data: not what systems and programs leave beside them.

/** `name`: a path with "/". */
export const isPartOfSet = (name: string): boolean =>
  name !== "" && !name.endsWith("/") && !/(?:^|\/)(?:\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(?:\/|$)/i.test(name);
