"""Names, ways to the variable, and where the address is held until the request is sent."""

from __future__ import annotations

from tests.mutations.mutation import (
    ADDRESS,
    CLOSED,
    HEAD,
    JOB,
    PATH,
    READ,
    Mutation,
    address,
    also,
    based_on,
    helper,
    made,
    method,
)

NAMES = (
    Mutation("rename-helper", {"baseUrl": "hostOfTheService"}),
    Mutation("rename-variable", {"host": "configured", "const url": "const target", "fetch(url": "fetch(target"}),
    Mutation(
        "rename-function-exported-as",
        {"export const resolveBatch": "const ask", CLOSED: CLOSED + "export { ask as resolveBatch };\n"},
    ),
    Mutation(
        "function-declaration",
        {
            "const baseUrl = (): string => {": "function baseUrl(): string {",
            "slice(0, -1) : host;\n};": "slice(0, -1) : host;\n}",
            HEAD: "export async function resolveBatch(candidates: Candidate[]): Promise<ResolvedIdentity[]> {\n",
            CLOSED: "  return parsed.identities;\n}\n",
        },
    ),
)

VARIABLE = (
    Mutation("inline-helper", based_on(READ)),
    Mutation("bracket-access", based_on("process.env['LIBRARY_METADATA_URL']")),
    Mutation("name-through-constant", also("const NAME = 'LIBRARY_METADATA_URL';") | {READ: "process.env[NAME]"}),
    Mutation(
        "name-through-enum",
        also("enum Variable { Lml = 'LIBRARY_METADATA_URL' }") | {READ: "process.env[Variable.Lml]"},
    ),
    Mutation("destructured-env", {f"const host = {READ};": "const { LIBRARY_METADATA_URL: host } = process.env;"}),
    Mutation("env-under-a-name", also("const env = process.env;") | {READ: "env.LIBRARY_METADATA_URL"}),
    Mutation("env-imported", also("import { env } from 'node:process';") | {READ: "env.LIBRARY_METADATA_URL"}),
    Mutation("process-imported", also("import process from 'node:process';")),
    Mutation(
        "env-as-parameter",
        helper("const baseUrl = (env: NodeJS.ProcessEnv) => env.LIBRARY_METADATA_URL!;")
        | {"${baseUrl()}": "${baseUrl(process.env)}"},
    ),
    Mutation(
        "name-as-argument",
        helper(
            "const required = (name: string): string => {",
            "  const value = process.env[name];",
            "  if (!value) throw new Error(`The job needs ${name}`);",
            "  return value;",
            "};",
            "const baseUrl = () => required('LIBRARY_METADATA_URL');",
        ),
    ),
    Mutation(
        "checked-by-schema",
        also(
            "import { z } from 'zod';",
            "const env = z.object({ LIBRARY_METADATA_URL: z.string().url() }).parse(process.env);",
        )
        | {READ: "env.LIBRARY_METADATA_URL"},
    ),
)

HELD = (
    Mutation("module-constant", helper(f"const BASE = {READ} ?? '';") | address(f"const url = `${{BASE}}{PATH}`;")),
    Mutation(
        "module-variable-set-later",
        helper("let base = '';", "function configure() {", f"  base = {READ} ?? '';", "}", "configure();")
        | address(f"const url = `${{base}}{PATH}`;"),
    ),
    Mutation(
        "memoised", helper("let known: string | undefined;", f"const baseUrl = (): string => (known ??= {READ}!);")
    ),
    Mutation(
        "object-field",
        helper("const config = { lml: { url: process.env.LIBRARY_METADATA_URL } };")
        | address(f"const url = `${{config.lml.url}}{PATH}`;"),
    ),
    Mutation(
        "object-getter",
        helper("const config = {", "  get url() {", f"    return {READ};", "  },", "};")
        | address(f"const url = `${{config.url}}{PATH}`;"),
    ),
    Mutation(
        "map-entry",
        helper(f"const hosts = new Map([['lml', {READ}]]);") | address(f"const url = `${{hosts.get('lml')}}{PATH}`;"),
    ),
    Mutation("class-field", made(method(fields=(f"private readonly base = {READ} ?? '';",), base="this.base"))),
    Mutation("class-private-field", made(method(fields=(f"#base = {READ} ?? '';",), base="this.#base"))),
    Mutation(
        "class-static-field", made(method(fields=(f"static readonly base = {READ} ?? '';",), base="Resolver.base"))
    ),
    Mutation(
        "class-method", made(method(fields=("private base(): string {", f"  return {READ}!;", "}"), base="this.base()"))
    ),
    Mutation(
        "class-constructor",
        made(
            method(
                fields=("private base: string;", "constructor() {", f"  this.base = {READ}!;", "}"), base="this.base"
            )
        ),
    ),
    Mutation(
        "constructor-parameter",
        made(method(fields=("constructor(private readonly base: string) {}",), base="this.base"), given=f"{READ}!"),
    ),
    Mutation(
        "constructor-options",
        made(
            method(fields=("constructor(private readonly options: { base: string }) {}",), base="this.options.base"),
            given=f"{{ base: {READ}! }}",
        ),
    ),
)

BASE_FILE = f"export const baseUrl = (): string => {READ} ?? '';\n"
FILES = (
    Mutation(
        "helper-in-another-file",
        helper() | also("import { baseUrl } from './base-url.js';"),
        {f"{JOB}/base-url.ts": BASE_FILE},
    ),
    Mutation(
        "helper-under-an-alias",
        helper() | also("import { baseUrl as lmlHost } from './base-url.js';") | {"${baseUrl()}": "${lmlHost()}"},
        {f"{JOB}/base-url.ts": BASE_FILE},
    ),
    Mutation(
        "helper-of-a-namespace",
        helper() | also("import * as lml from './base-url.js';") | {"${baseUrl()}": "${lml.baseUrl()}"},
        {f"{JOB}/base-url.ts": BASE_FILE},
    ),
    Mutation(
        "helper-through-barrel",
        helper() | also("import { lmlHost } from './index.js';") | {"${baseUrl()}": "${lmlHost()}"},
        {
            f"{JOB}/base-url.ts": BASE_FILE,
            f"{JOB}/named.ts": "export { baseUrl as lmlHost } from './base-url.js';\n",
            f"{JOB}/index.ts": "export * from './named.js';\n",
        },
    ),
    Mutation(
        "helper-loaded-late",
        helper() | address("const { baseUrl } = await import('./base-url.js');", ADDRESS.strip()),
        {f"{JOB}/base-url.ts": BASE_FILE},
    ),
    Mutation(
        "config-module",
        helper() | also("import { config } from './config.js';") | {"${baseUrl()}": "${config.lml.url}"},
        {
            f"{JOB}/config.ts": f"""\
export const config = {{
  lml: {{ url: {READ} ?? '' }},
  tracker: {{ url: process.env.TRACKER_URL }},
}};
""",
        },
    ),
    Mutation(
        "config-function",
        helper() | also("import { loadConfig } from './config.js';") | {"${baseUrl()}": "${loadConfig().lmlUrl}"},
        {
            f"{JOB}/config.ts": """\
const env = process.env;
export function loadConfig() {
  const lmlUrl = env.LIBRARY_METADATA_URL;
  return { lmlUrl, dryRun: env.DRY_RUN === '1' };
}
""",
        },
    ),
    Mutation(
        "base-class-in-another-file",
        made(
            method(fields=(), base="this.base")
            | {
                HEAD: "export class Resolver extends Service {\n"
                + HEAD.replace("export const resolveBatch", "  resolve"),
            }
        )
        | also("import { Service } from './service.js';"),
        {f"{JOB}/service.ts": f"export class Service {{\n  protected base = {READ};\n}}\n"},
    ),
)
