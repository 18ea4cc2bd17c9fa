// A notebook as it is downloaded (.gc.md) is none of the data: told by its name, before anything is sent.

export const notebookEnding = /\.gc\.md$/iu;

export const isNotebookText = ({ name }: Pick<File, "name">): boolean => notebookEnding.test(name);
