// THE list of message areas. Keys are `area.key`; a missing key is a compile-time list away, and a test finds it.

import type { JsonObject } from "../base/json.ts";
import type { Failure } from "../base/failure.ts";
import type { Locale, Messages } from "./locale.ts";
import { fillTemplate } from "./translate.ts";
import { artifactsMessages } from "./artifacts.ts";
import { chartMessages } from "./chart.ts";
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
import { transformMessages } from "./transform.ts";
import { viewsMessages } from "./views.ts";

const areas: { readonly [area: string]: Messages } = {
  artifacts: artifactsMessages,
  chart: chartMessages,
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
  transform: transformMessages,
  views: viewsMessages,
};

/** The sentence of a message key in a language. An unknown key is shown as itself, so that a bug is visible and not silent. */
export function message(key: string, params: JsonObject, locale: Locale): string {
  const dot = key.indexOf(".");
  const area = areas[key.slice(0, dot)];
  const template = area?.[locale][key.slice(dot + 1)] ?? area?.en[key.slice(dot + 1)];
  return template === undefined ? key : fillTemplate(template, params, locale);
}

export const failureSentence = (failure: Failure, locale: Locale): string => message(failure.reason, failure.params, locale);

export const messageAreas = areas;
