// What a cell is called in a sentence: its name, or a note's first letters.

import { useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { noteTitle } from "./note-title.ts";
import { useNotebook } from "./notebook-context.tsx";

const mostLetters = 40;

export function useNameOfCell(): (id: string) => string {
  const { t } = useScreen();
  const { open, derived } = useNotebook();
  const { cells } = useStore(open.notebook);
  const results = useStore(derived, (now) => now.results);
  return (id) => {
    const cell = cells.find((one) => one.id === id);
    return cell?.name || (cell && noteTitle(cell, results)?.slice(0, mostLetters)) || t("a-note");
  };
}
