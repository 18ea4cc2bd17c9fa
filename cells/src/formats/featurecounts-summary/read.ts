// Fields with tabs between them.

import { readerOf } from "../parts/delimited/read-as-delimited.ts";

export const read = readerOf("\t");
