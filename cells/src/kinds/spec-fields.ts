// Building blocks of spec schemas: references, fields that take a literal or a reference, files.

import { z } from "zod";
import type { CellRef, FileRef } from "../notebook/notebook.ts";

/** A reference to another cell's output. In files `=name` or `=name.port`. */
export const cellRef = () =>
  z.strictObject({ ref: z.string(), port: z.string().exactOptional() }).meta({
    format: "cell",
    description: "Another cell's output: in files =name or =name.port",
  }) as unknown as z.ZodType<CellRef>;

/** A literal or a reference to a parameter whose value has that type. */
export const orRef = <T>(literal: z.ZodType<T>) => z.union([cellRef(), literal]) as unknown as z.ZodType<T | CellRef>;

export const fileRef = () =>
  z
    .strictObject({
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      name: z.string(),
      size: z.number().int().nonnegative(),
      path: z.string().exactOptional(),
      dataset: z.string().exactOptional(),
      version: z.number().int().exactOptional(),
    })
    .meta({
      format: "file",
      description: "A file: in notebook files its relative path and sha256",
    }) as unknown as z.ZodType<FileRef>;
