// Of an archive the sheet that is set is one of its files.

export const isArchiveName = (name: string): boolean => /\.zip$/i.test(name);
