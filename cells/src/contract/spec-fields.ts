// Building blocks of spec schemas: references, fields that take a literal or a reference, files.

import { z } from "zod";
import type { CellId } from "../base/ids.ts";
import type { Json } from "../base/json.ts";
import type { CellRef, FileRef } from "../base/refs.ts";

/** A reference to another cell's output. In files `=name` or `=name.port`. */
export const cellRef = (): z.ZodType<CellRef> =>
  z
    .strictObject({
      ref: (z.string() as z.ZodType<string> as z.ZodType<CellId>).meta({ title: "Cell", description: "Id of the cell (cell_…)" }),
      port: z.string().exactOptional().meta({ title: "Output", description: "Name of the output; absent: out, the main one" }),
    })
    .meta({
      format: "cell",
      description: "Another cell's output. In notebook files =name or =name.port, elsewhere {ref, port}",
    });

/** A literal or a reference to a parameter whose value has that type. */
export const orRef = <T>(literal: z.ZodType<T>): z.ZodType<T | CellRef> => z.union([cellRef(), literal]);

/** Any JSON. */
export const json = (): z.ZodType<Json> => z.json();

export const fileRef = (): z.ZodType<FileRef> =>
  z
    .strictObject({
      digest: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .meta({ title: "Digest", description: "sha256 of the bytes, 64 lower-case hexadecimal digits" }),
      name: z.string().meta({ title: "Name", description: "Name of the file, with its ending" }),
      size: z.number().int().nonnegative().meta({ title: "Size", description: "Length in bytes" }),
      path: z
        .string()
        .exactOptional()
        .meta({ title: "Path", description: "In notebook files: where the file is, relative to the notebook" }),
      dataset: z.string().exactOptional().meta({ title: "Data set", description: "On a server: id of the data set" }),
      version: z
        .number()
        .int()
        .exactOptional()
        .meta({ title: "Version", description: "On a server: number of the data set's version, from 1" }),
    })
    .meta({
      format: "file",
      description:
        "A file. In notebook files {path} or the path alone is enough, and the rest is looked up; elsewhere {digest, name, size}",
    });
