// Fields between which another character stands, found in the file.

import { readerOf } from "../parts/delimited/read-as-delimited.ts";

export const read = readerOf(null);
