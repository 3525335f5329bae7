// GitHub-flavoured Markdown to HTML, one JSON string a line each way; run in tests/node, where the parser is installed.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const load = (name) => import(pathToFileURL(`${process.cwd()}/node_modules/${name}/index.js`));
const { micromark } = await load("micromark");
const { gfm, gfmHtml } = await load("micromark-extension-gfm");

for await (const line of createInterface({ input: process.stdin })) {
  const options = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] };
  process.stdout.write(`${JSON.stringify(micromark(JSON.parse(line), options))}\n`);
}
