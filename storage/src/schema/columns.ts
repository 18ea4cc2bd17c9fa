// Column types that every table uses. Times are whole milliseconds since the epoch, so that the caller's clock decides
// and JavaScript and SQL compare the same numbers.

import { bigint, customType, integer, text } from "drizzle-orm/pg-core";

/** Raw bytes; the view that comes back may share memory with the driver's row. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
});

export const instant = (name: string) => bigint(name, { mode: "number" });
export const byteCount = (name: string) => bigint(name, { mode: "number" });
/** Of what data sets a result was made (source-set.ts); empty without any. */
export const sourceSetColumn = () => text("source_set").notNull().default("");
/** Which way of making keys a row's keys were made with (cells/src/base/key-format.ts). */
export const keyFormatColumn = () => integer("key_format").notNull().default(1);
/** The lab that a row belongs to: every table that holds a lab's things has one. */
export const labColumn = () => text("lab").notNull();
