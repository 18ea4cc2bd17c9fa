// Every sentence of the cells: importing the lists registers the words of what stands in them. For the
// build of the screen, which keeps one language of them.

import "./artifacts/artifact-cards.ts";
import "./formats.ts";
import "./jobs.ts";
import "./charts.ts";
import "./kinds.ts";
import "./learners.ts";
import "./reports.ts";
import "./steps.ts";
import { wordsByArea } from "./messages/catalogue.ts";
import type { Messages } from "./messages/locale.ts";

export const allWords: ReadonlyMap<string, Messages> = wordsByArea();
