// Windows of a table as a grid needs them: blocks of 100 rows by 64 columns, fetched when they come into view and kept
// while they are near. The newest 80 blocks stay.

import { RowsClosed } from "../contract/rows-closed.ts";
import { SortGone } from "../contract/sort-gone.ts";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Json } from "../base/json.ts";
import type { ArtifactReader, OutputHandle, TableWindow } from "../contract/kind-view.ts";

export const pageRows = 100;
export const pageColumns = 64;
const kept = 80;

export type Part = "values" | "features" | "samples";
export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

export interface Pages {
  /** undefined = not here yet. */
  cell(row: number, column: number): Json | undefined;
  column(index: number): TableWindow["columns"][number] | undefined;
  /** Asks for what is missing of these rows and columns (half-open). */
  want(rows: readonly [number, number], columns: readonly [number, number]): void;
  /** All cells of a rectangle (half-open), fetched where missing. */
  read(rows: readonly [number, number], columns: readonly [number, number]): Promise<Json[][]>;
  readonly total: number | null;
  readonly columnCount: number;
  readonly failed: boolean;
  /** The rows are not for this person to see. */
  readonly closed: boolean;
  /** Why, in the reader's language, where the one who refused said so. */
  readonly why: string;
}

export function usePages(options: {
  readonly reader: ArtifactReader;
  readonly handle: OutputHandle;
  readonly part: Part | null;
  readonly sort: Sort | null;
  /** Null = not known beforehand; then all columns come in one block. */
  readonly columns: number | null;
  /** The column of the order is not there, or no more. */
  onSortGone(): void;
}): Pages {
  const { reader, handle, part, sort, columns, onSortGone } = options;
  const cache = useRef(new Map<string, TableWindow | "asked">());
  const [version, setVersion] = useState(0);
  const [total, setTotal] = useState<number | null>(null);
  const [found, setFound] = useState(columns ?? 0);
  const [failed, setFailed] = useState(false);
  const [closed, setClosed] = useState(false);
  const [why, setWhy] = useState("");
  const split = columns !== null && columns > pageColumns;
  const identity = `${handle.digest} ${part ?? ""} ${sort ? `${sort.descending} ${sort.column}` : ""}`;
  const current = useRef(identity);

  useEffect(() => {
    current.current = identity;
    cache.current = new Map();
    setFailed(false);
    setClosed(false);
    setVersion((n) => n + 1);
  }, [identity]);

  const load = useCallback(
    async (rowPage: number, columnPage: number): Promise<TableWindow> => {
      const asked = await reader.window(handle, {
        ...(part ? { part } : {}),
        ...(sort ? { sort } : {}),
        offset: rowPage * pageRows,
        limit: pageRows,
        ...(split ? { columns: { offset: columnPage * pageColumns, limit: pageColumns } } : {}),
      });
      return asked;
    },
    [reader, handle, part, sort, split],
  );

  const fetchPage = useCallback(
    async (rowPage: number, columnPage: number): Promise<TableWindow | null> => {
      const key = `${rowPage} ${columnPage}`;
      const here = cache.current.get(key);
      if (here && here !== "asked") return here;
      cache.current.set(key, "asked");
      const mine = identity;
      try {
        const page = await load(rowPage, columnPage);
        if (current.current !== mine) return page;
        cache.current.delete(key);
        cache.current.set(key, page);
        for (const old of cache.current.keys()) {
          if (cache.current.size <= kept) break;
          if (old !== key && cache.current.get(old) !== "asked") cache.current.delete(old);
        }
        setTotal(page.total);
        if (!split) setFound(page.columns.length);
        setFailed(false);
        setVersion((n) => n + 1);
        return page;
      } catch (error) {
        cache.current.delete(key);
        if (current.current === mine && error instanceof SortGone) onSortGone();
        else if (current.current === mine) {
          setFailed(true);
          setClosed(error instanceof RowsClosed);
          setWhy(error instanceof Error ? error.message : "");
        }
        return null;
      }
    },
    [load, identity, split, onSortGone],
  );

  const page = (
    row: number,
    column: number,
  ): { readonly page: TableWindow; readonly row: number; readonly column: number } | null => {
    const columnPage = split ? Math.floor(column / pageColumns) : 0;
    const found = cache.current.get(`${Math.floor(row / pageRows)} ${columnPage}`);
    return found && found !== "asked" ? { page: found, row: row % pageRows, column: column - columnPage * pageColumns } : null;
  };
  void version;

  return {
    total,
    columnCount: columns ?? found,
    failed,
    closed,
    why,
    cell: (row, column) => {
      const at = page(row, column);
      return at ? at.page.rows[at.row]?.[at.column] : undefined;
    },
    column: (index) => {
      const columnPage = split ? Math.floor(index / pageColumns) : 0;
      for (const [key, value] of cache.current) {
        if (value !== "asked" && key.endsWith(` ${columnPage}`)) return value.columns[index - columnPage * pageColumns];
      }
      return undefined;
    },
    want: (rows, wanted) => {
      const columnPages = split
        ? new Set([
            0,
            ...range(Math.floor(wanted[0] / pageColumns), Math.floor(Math.max(wanted[0], wanted[1] - 1) / pageColumns)),
          ])
        : new Set([0]);
      for (const rowPage of range(Math.floor(rows[0] / pageRows), Math.floor(Math.max(rows[0], rows[1] - 1) / pageRows))) {
        for (const columnPage of columnPages) {
          if (!cache.current.has(`${rowPage} ${columnPage}`)) void fetchPage(rowPage, columnPage);
        }
      }
    },
    read: async (rows, wanted) => {
      const out: Json[][] = [];
      for (let rowPage = Math.floor(rows[0] / pageRows); rowPage * pageRows < rows[1]; rowPage++) {
        const columnPages = split ? range(Math.floor(wanted[0] / pageColumns), Math.floor((wanted[1] - 1) / pageColumns)) : [0];
        const blocks = await Promise.all(
          columnPages.map(async (columnPage) => ({
            columnPage,
            page: (await fetchPage(rowPage, columnPage)) ?? (await load(rowPage, columnPage)),
          })),
        );
        for (let row = Math.max(rows[0], rowPage * pageRows); row < Math.min(rows[1], (rowPage + 1) * pageRows); row++) {
          const line: Json[] = [];
          for (let column = wanted[0]; column < wanted[1]; column++) {
            const columnPage = split ? Math.floor(column / pageColumns) : 0;
            const block = blocks.find((candidate) => candidate.columnPage === columnPage);
            line.push(block?.page.rows[row % pageRows]?.[column - columnPage * pageColumns] ?? null);
          }
          out.push(line);
        }
      }
      return out;
    },
  };
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
