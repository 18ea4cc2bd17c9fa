// Heads of the audit's chains outside of the database: a file a lab in the server's folder, a line a head. Whoever can write
// to the database alone cannot set them back. A line gives way to a newer one only while the record still holds what it
// says; one that the record has lost stays, and every verification reports it.

import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { type AuditHead, headText, readHead } from "./seals.ts";

export interface Checkpoints {
  /** All that are kept, oldest first. Null stands for a line that is no head. */
  read(lab: string): Promise<readonly (AuditHead | null)[]>;
  /** All of them at once, or as it was. Whoever wrote on the ground of what was read has kept others from it meanwhile. */
  write(lab: string, heads: readonly (AuditHead | null)[]): Promise<void>;
  labs(): Promise<readonly string[]>;
}

const ending = ".heads";

export function checkpointFiles(folder: string): Checkpoints {
  const fileOf = (lab: string): string => path.join(folder, `${lab === "" ? "-" : lab}${ending}`);
  return {
    read: async (lab) => {
      const text = await readFile(fileOf(lab), "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return "";
        throw error;
      });
      return text
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => {
          const head = readHead(line);
          return head?.lab === lab ? head : null;
        });
    },
    write: async (lab, heads) => {
      await mkdir(folder, { recursive: true });
      const file = fileOf(lab);
      const half = `${file}.${randomUUID()}`;
      try {
        const handle = await open(half, "wx", 0o600);
        try {
          await handle.writeFile(heads.map((head) => `${head === null ? "unreadable" : headText(head)}\n`).join(""));
          await handle.datasync();
        } finally {
          await handle.close();
        }
        await rename(half, file);
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      }
    },
    labs: async () => {
      const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return [];
        throw error;
      });
      return files
        .filter((file) => file.endsWith(ending))
        .map((file) => file.slice(0, -ending.length))
        .map((lab) => (lab === "-" ? "" : lab));
    },
  };
}
