"""What only looks like a request to the service: files that are new, and add nothing to the report."""

from __future__ import annotations

from tests.mutations.mutation import JOB, READ, Mutation


def _alike(name: str, *lines: str, file: str = f"{JOB}/alike.ts") -> Mutation:
    """A file that is new."""
    return Mutation(name, beside={file: "".join(f"{line}\n" for line in lines)})


TYPESCRIPT_ALIKE = (
    _alike(
        "another-service",
        "const baseUrl = () => process.env.TRACKER_URL;",
        "export const isUp = async () => (await fetch(`${baseUrl()}/health`)).ok;",
        "export const ask = () => fetch(`${baseUrl()}/api/v1/identity/bulk-resolve-libraries`, { method: 'POST' });",
    ),
    _alike(
        "check-that-it-is-set",
        f"export const isConfigured = () => Boolean({READ});",
        f"if (!{READ} || {READ}.length === 0) throw new Error('no LIBRARY_METADATA_URL');",
        "if (!('LIBRARY_METADATA_URL' in process.env)) process.exit(2);",
    ),
    _alike(
        "check-before-another-request",
        "export async function tell(text: string) {",
        f"  const webhook = {READ} ? 'https://hooks.example/lml' : 'https://hooks.example/none';",
        "  await fetch(webhook, { method: 'POST', body: text });",
        "}",
    ),
    _alike(
        "list-of-required-names",
        "const REQUIRED = ['LIBRARY_METADATA_URL', 'TRACKER_URL'];",
        "for (const name of REQUIRED) if (!process.env[name]) throw new Error(`${name} is missing`);",
        "export const ask = () => fetch('https://status.example/health');",
    ),
    _alike("log-line", f"const url = {READ};", "console.log(`[job] asks ${url}/health`, { url });"),
    _alike(
        "security-header",
        "import type { Response } from 'express';",
        "export const secure = (res: Response) =>",
        f"  res.setHeader('Content-Security-Policy', `connect-src 'self' ${{{READ}}}`);",
    ),
    _alike(
        "config-dump",
        "import { writeFileSync } from 'node:fs';",
        f"const config = {{ lml: {READ}, tracker: process.env.TRACKER_URL }};",
        "writeFileSync('config.json', JSON.stringify(config));",
        "export const file = () => fetch(`${config.tracker}/api/v1/issues`, { method: 'POST' });",
    ),
    _alike(
        "similar-names",
        "const { OLD_LIBRARY_METADATA_URL: old } = process.env;",
        "export const ask = () => fetch(`${process.env.LIBRARY_METADATA_URL_STAGING}/health`);",
        "export const askOld = () => fetch(`${old}/health`);",
        "export const askLower = () => fetch(`${process.env.library_metadata_url}/health`);",
    ),
    _alike(
        "comment-and-string",
        "// fetch(`${process.env.LIBRARY_METADATA_URL}/health`)",
        "const help = 'Set LIBRARY_METADATA_URL, then fetch(process.env.LIBRARY_METADATA_URL + \"/health\")';",
        "export const ask = () => fetch('https://status.example/health', { headers: { help } });",
    ),
    _alike(
        "local-function-called-fetch",
        "const answers = new Map<string, string>();",
        "function fetch(url: string): string | undefined {",
        "  return answers.get(url);",
        "}",
        f"export const ask = () => fetch(`${{{READ}}}/health`);",
    ),
    _alike(
        "parameter-called-fetch",
        f"export const each = (fetch: (url: string) => void) => fetch(`${{{READ}}}/health`);",
        "each((url) => console.log(url));",
    ),
    _alike(
        "another-host-beside",
        f"const hosts = {{ lml: {READ}, github: 'https://api.github.com' }};",
        "export const compare = (head: string) => {",
        "  const url = `${hosts.github}/repos/example/library-metadata-lookup/compare/main...${head}`;",
        "  return fetch(url, { headers: { Referer: `${hosts.lml}/health` } });",
        "};",
    ),
    _alike(
        "url-in-another-request",
        f"const body = JSON.stringify({{ down: `${{{READ}}}/health` }});",
        "export const report = () => fetch('https://hooks.example/alert', { method: 'POST', body });",
        f"export const check = () => fetch(`https://status.example/check?url=${{encodeURIComponent({READ}!)}}`);",
    ),
    _alike(
        "type-only",
        "declare global {",
        "  namespace NodeJS {",
        "    interface ProcessEnv { LIBRARY_METADATA_URL?: string }",
        "  }",
        "}",
        "export type Env = Pick<NodeJS.ProcessEnv, 'LIBRARY_METADATA_URL'>;",
        "export const ask = (base: Exclude<Env['LIBRARY_METADATA_URL'], undefined>) => fetch(`${base}/health`);",
    ),
    _alike(
        "set-in-a-test",
        "import { resolveBatch } from './lml-fetch.js';",
        f"beforeEach(() => {{ {READ} = 'http://localhost:1'; }});",
        f"afterEach(() => {{ delete {READ}; }});",
        "test('asks', async () => {",
        "  await fetch('http://localhost:1/health');",
        "  expect(await resolveBatch([])).toEqual([]);",
        "});",
        file=f"{JOB}/lml-fetch.test.ts",
    ),
    _alike(
        "object-of-the-same-key",
        "const env = { LIBRARY_METADATA_URL: 'https://status.example' };",
        "export const ask = () => fetch(`${env.LIBRARY_METADATA_URL}/health`);",
    ),
    _alike(
        "overwritten",
        "export function ask() {",
        f"  let url = `${{{READ}}}/health`;",
        "  console.log(url);",
        "  url = 'https://status.example/health';",
        "  return fetch(url);",
        "}",
    ),
    _alike(
        "get-of-a-map",
        "const states = new Map<string, boolean>();",
        f"export const state = () => states.get(`${{{READ}}}/health`);",
    ),
)


def _python_alike(name: str, *lines: str) -> Mutation:
    return _alike(name, *lines, file="scripts/alike.py")


PYTHON_ALIKE = (
    _python_alike(
        "python-another-service",
        "import httpx",
        "from settings import settings",
        "BASE = settings.tracker_url",
        "def base_url():",
        "    return BASE",
        "httpx.get(f'{base_url()}/health')",
    ),
    _python_alike(
        "python-check-that-it-is-set",
        "import os",
        "import sys",
        "if 'LIBRARY_METADATA_URL' not in os.environ or not os.getenv('LIBRARY_METADATA_URL'):",
        "    sys.exit('no LIBRARY_METADATA_URL')",
    ),
    _python_alike(
        "python-log-line",
        "import logging",
        "from settings import settings",
        "logging.info('asking %s at %s', 'it', f'{settings.lml_url}/health')",
    ),
    _python_alike(
        "python-similar-names",
        "import os",
        "import httpx",
        "httpx.get(os.environ['LIBRARY_METADATA_URL_STAGING'] + '/health')",
        "httpx.get(os.environ['OLD_LIBRARY_METADATA_URL'] + '/health')",
    ),
    _python_alike(
        "python-docstring-and-comment",
        '"""httpx.post(os.environ["LIBRARY_METADATA_URL"] + "/api/v1/lookup") is what the other script does."""',
        "import httpx",
        "# httpx.get(os.environ['LIBRARY_METADATA_URL'])",
        "httpx.get('https://status.example/health')",
    ),
    _python_alike(
        "python-local-post",
        "from settings import settings",
        "class httpx:",
        "    post = print",
        "httpx.post(f'{settings.lml_url}/api/v1/lookup')",
    ),
    _python_alike(
        "python-url-in-another-request",
        "import httpx",
        "from settings import settings",
        "httpx.post('https://hooks.example/alert', json={'down': settings.lml_url})",
    ),
    _python_alike(
        "python-set-in-the-environment",
        "import os",
        "import httpx",
        "os.environ['LIBRARY_METADATA_URL'] = 'http://localhost:1'",
        "httpx.get('http://localhost:1/health')",
    ),
)
