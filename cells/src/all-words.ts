// Every sentence of the cells: importing the lists registers the words of what stands in them. For programs that say
// failures of any cell (server, command line, the build of the screen).

import "./artifacts/artifact-cards.ts";
import "./formats.ts";
import "./formats/parts/doubts/words.ts";
import "./jobs.ts";
import "./charts.ts";
import "./kinds.ts";
import "./kinds/load/words.ts";
import "./learners.ts";
import "./reports.ts";
import "./steps.ts";
import { wordsByArea } from "./messages/catalogue.ts";
import type { Messages } from "./messages/locale.ts";

export const allWords: ReadonlyMap<string, Messages> = wordsByArea();
