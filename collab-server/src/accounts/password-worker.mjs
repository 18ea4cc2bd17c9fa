// The thread on which passwords are weighed: its dictionaries take a second to load and some passwords seconds to weigh,
// which nobody else should wait for. Started by password-strength.ts.

import { parentPort } from "node:worker_threads";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";

const scale = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs, maxLength: 64 });

parentPort?.on("message", ({ id, password, personal }) => {
  parentPort?.postMessage({ id, score: scale.check(password, personal).score });
});
