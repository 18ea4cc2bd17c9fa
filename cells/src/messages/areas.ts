// THE list of message areas. Keys are `area.key`; a missing key is a compile-time list away, and a test finds it.
// The screen's build puts an empty list in this file's place and fills it with the reader's language alone.

import type { Messages } from "./locale.ts";
import { artifactsMessages } from "./artifacts.ts";
import { cliMessages } from "./cli.ts";
import { formsMessages } from "./forms.ts";
import { generalMessages } from "./general.ts";
import { learnMessages } from "./learn.ts";
import { loadMessages } from "./load.ts";
import { noteMessages } from "./note.ts";
import { notebookMessages } from "./notebook.ts";
import { parameterMessages } from "./parameter.ts";
import { profileMessages } from "./profile.ts";
import { publishMessages } from "./publish.ts";
import { queryMessages } from "./query.ts";
import { runtimeMessages } from "./runtime.ts";
import { serverMessages } from "./server.ts";
import { viewsMessages } from "./views.ts";

export const areas: { readonly [area: string]: Messages } = {
  artifacts: artifactsMessages,
  cli: cliMessages,
  forms: formsMessages,
  general: generalMessages,
  load: loadMessages,
  note: noteMessages,
  notebook: notebookMessages,
  parameter: parameterMessages,
  learn: learnMessages,
  profile: profileMessages,
  publish: publishMessages,
  query: queryMessages,
  runtime: runtimeMessages,
  server: serverMessages,
  views: viewsMessages,
};
