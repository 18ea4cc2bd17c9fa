// Every sentence of the cells: importing the lists registers the words of what stands in them, and the words that belong to
// no variant are imported here. For programs that say
// failures of any cell (server, command line, the build of the screen).

import "./artifacts/artifact-cards.ts";
import "./artifacts/raw-values/words.ts";
import "./artifacts/rows-called/words.ts";
import "./artifacts/words.ts";
import "./files/words.ts";
import "./formats.ts";
import "./formats/parts/doubts/words.ts";
import "./formats/parts/encodings/words.ts";
import "./formats/parts/layout/words.ts";
import "./formats/parts/marks/words.ts";
import "./formats/parts/packing/words.ts";
import "./formats/parts/r-objects/words.ts";
import "./formats/parts/words.ts";
import "./formats/parts/workbook/words.ts";
import "./jobs.ts";
import "./charts.ts";
import "./kinds.ts";
import "./kinds/load/words.ts";
import "./kinds/note/words.ts";
import "./kinds/parameter/words.ts";
import "./kinds/profile/words.ts";
import "./kinds/query/words.ts";
import "./learn/words.ts";
import "./learners.ts";
import "./messages/cli/words.ts";
import "./messages/forms/words.ts";
import "./messages/general/words.ts";
import "./messages/runtime/words.ts";
import "./messages/server/words.ts";
import "./messages/settings/words.ts";
import "./messages/views/words.ts";
import "./notebook/words.ts";
import "./reports.ts";
import "./session/words.ts";
import "./steps.ts";
import { wordsByArea } from "./messages/catalogue.ts";
import type { Messages } from "./messages/locale.ts";

export const allWords: ReadonlyMap<string, Messages> = wordsByArea();
