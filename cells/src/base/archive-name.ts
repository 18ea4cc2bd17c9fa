// Of an archive the sheet that is set is one of its files.

export const isArchiveName = (name: string): boolean => /\.(?:zip|tar(?:\.(?:gz|bz2|xz|zstd?))?|tgz|tbz2?|txz|tzst)$/i.test(name);
