// Text without columns is a table of one; where a delimiter is found after all, of several.

import { readerOf } from "../parts/delimited/read-as-delimited.ts";

export const read = readerOf(null);
