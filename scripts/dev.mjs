// npm run dev: the server and kernel from source, the screen with hot reload at http://127.0.0.1:4301.

import { spawn } from "node:child_process";
import path from "node:path";
import { ensureBubblewrap, ensurePackages, root } from "./prepare.mjs";
import { say } from "./say.mjs";

ensurePackages();
ensureBubblewrap();
const port = process.env.PORT ?? "4300";
// People, cookies and origin checks meet the server behind Vite's proxy.
const page = "http://127.0.0.1:4301";
const env = { ...process.env, PORT: port, PUBLIC_URL: page, GENOMECRAFT_SERVER: `http://127.0.0.1:${port}` };
const children = [];
const node = (file, args = [], ipc = false) => {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(root, file), ...args], {
    cwd: root,
    env,
    stdio: ipc ? ["ignore", "inherit", "inherit", "ipc"] : "inherit",
  });
  children.push(child);
  return child;
};
const server = node("collab-server/src/serve-main.ts", process.argv.slice(2), true);
server.on("message", (message) => {
  if (message?.type !== "ready") return;
  node("kernel/src/service-main.ts", [], true).send({ type: "serve", server: message.kernelUrl, token: message.kernelToken });
  say(`Sign in once at ${message.signIn}`);
});
children.push(
  spawn(process.execPath, [path.join(root, "node_modules", "vite", "bin", "vite.js"), "--host", "127.0.0.1", "--port", "4301"], {
    cwd: path.join(root, "workspace"),
    env,
    stdio: "inherit",
  }),
);
const stop = () => {
  for (const child of children) child.kill("SIGTERM");
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
