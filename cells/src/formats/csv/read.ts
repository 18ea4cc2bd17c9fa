// Fields with commas between them.

import { readerOf } from "../parts/delimited/read-as-delimited.ts";

export const read = readerOf(",");
