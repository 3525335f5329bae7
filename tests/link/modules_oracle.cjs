// Resolves every module specifier of a tree with the real TypeScript and prints one JSON line for each:
// [importer, specifier, path]; path is null unless it lies inside the tree and outside node_modules. Packages named on stdin ({name: folder})
// appear as links in a node_modules at the root, as an installation would make them.
// Usage: node modules_oracle.cjs <folder of the typescript package> <root> [module resolution]
"use strict";
const fs = require("fs");
const path = require("path");
const ts = require(process.argv[2]);
const root = fs.realpathSync(process.argv[3]);
const forced = process.argv[4];
const links = JSON.parse(fs.readFileSync(0, "utf8") || "{}");
const installed = root + "/node_modules/";
const scopes = new Set(Object.keys(links).filter((name) => name[0] === "@").map((name) => name.split("/")[0]));

function real(name) {
  if (!name.startsWith(installed)) return name.includes("/node_modules/") ? undefined : name;
  const parts = name.slice(installed.length).split("/");
  const size = parts[0][0] === "@" ? 2 : 1;
  const folder = links[parts.slice(0, size).join("/")];
  return folder === undefined ? undefined : path.join(root, folder, ...parts.slice(size));
}

const seen = new Map();
function kind(name) {
  const at = real(name);
  if (at === undefined) return undefined;
  if (!seen.has(at)) {
    const stat = fs.statSync(at, { throwIfNoEntry: false });
    seen.set(at, stat && (stat.isFile() ? "file" : stat.isDirectory() ? "folder" : undefined));
  }
  return seen.get(at);
}
const bare = (name) => name.replace(/\/+$/, "");
const isScope = (name) => bare(name) === bare(installed) || scopes.has(bare(name).slice(installed.length));
const host = {
  fileExists: (name) => kind(name) === "file",
  directoryExists: (name) => isScope(name) || kind(name) === "folder",
  readFile: (name) => (kind(name) === "file" ? fs.readFileSync(real(name), "utf8") : undefined),
  realpath: (name) => real(name) ?? name,
  getCurrentDirectory: () => root,
  useCaseSensitiveFileNames: true,
  readDirectory: () => [],
  getDirectories: () => [],
};

const configs = new Map();
function configOf(file) {
  if (!configs.has(file)) {
    const { config } = ts.readConfigFile(file, host.readFile);
    configs.set(file, ts.parseJsonConfigFileContent(config ?? {}, host, path.dirname(file), undefined, file));
  }
  return configs.get(file);
}

const near = new Map();
function optionsOf(folder) {
  if (near.has(folder)) return near.get(folder);
  let found;
  for (const name of ["tsconfig.json", "jsconfig.json"]) {
    const file = path.join(folder, name);
    if (!found && host.fileExists(file)) found = { ...configOf(file).options };
  }
  if (!found) found = folder === root ? {} : optionsOf(path.dirname(folder)).options;
  if (forced) found = { ...found, moduleResolution: ts.ModuleResolutionKind[forced] };
  if (forced === "Bundler") found.module = ts.ModuleKind.ESNext;
  found = { ...found, allowJs: true, resolveJsonModule: true };
  const result = { options: found, cache: ts.createModuleResolutionCache(root, (name) => name, found) };
  near.set(folder, result);
  return result;
}

const SOURCE = /\.[cm]?[jt]sx?$/;
function* walk(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === ".git") continue;
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(name);
    else if (entry.isFile() && SOURCE.test(entry.name)) yield name;
  }
}

const lines = [];
for (const file of walk(root)) {
  const { options, cache } = optionsOf(path.dirname(file));
  const info = ts.preProcessFile(fs.readFileSync(file, "utf8"), true, true);
  for (const name of new Set(info.importedFiles.map((one) => one.fileName))) {
    const { resolvedModule } = ts.resolveModuleName(name, file, options, host, cache);
    const at = resolvedModule && path.relative(root, real(resolvedModule.resolvedFileName) ?? "");
    const inside = at && !at.startsWith("..") && !at.split("/").includes("node_modules");
    lines.push(JSON.stringify([path.relative(root, file), name, inside ? at : null]));
  }
}
process.stdout.write(lines.join("\n"));
