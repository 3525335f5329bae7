"""How the address is put together, and what sends the request."""

from __future__ import annotations

from tests.mutations.mutation import (
    ADDRESS,
    CLOSED,
    HEAD,
    HELPER,
    JOB,
    OPTIONS,
    PATH,
    READ,
    RESOLVED,
    SENT,
    Mutation,
    address,
    also,
    helper,
    made,
    method,
    sent,
)

ADDRESSES = (
    Mutation(
        "two-steps",
        address("const root = `${baseUrl()}/api/v1`;", "const url = `${root}/identity/bulk-resolve-libraries`;"),
    ),
    Mutation(
        "added-to", address("let url = baseUrl();", "url += '/api/v1/identity';", "url += '/bulk-resolve-libraries';")
    ),
    Mutation("concatenation", address(f"const url = baseUrl() + '{PATH}';")),
    Mutation("new-url", address(f"const url = new URL('{PATH}', baseUrl());")),
    Mutation("new-url-pathname", address("const url = new URL(baseUrl());", f"url.pathname = '{PATH}';")),
    Mutation("query-behind", address(f"const url = `${{baseUrl()}}{PATH}?dry=${{inputs.length}}`;")),
    Mutation(
        "path-in-object",
        also(f"const PATHS = {{ resolve: '{PATH}', health: '/health' }} as const;")
        | address("const url = `${baseUrl()}${PATHS.resolve}`;"),
    ),
    Mutation(
        "extracted-url-helper",
        helper(HELPER.rstrip("\n"), "const endpoint = (path: string): string => `${baseUrl()}${path}`;")
        | address(f"const url = endpoint('{PATH}');"),
    ),
    Mutation("fallback", {READ: f"{READ} ?? 'http://localhost:8000'"}),
    Mutation(
        "conditional-base",
        address(
            f"const base = candidates.length > 0 ? {READ} : 'http://localhost:8000';", f"const url = `${{base}}{PATH}`;"
        ),
    ),
    Mutation(
        "assigned-in-branches",
        address(
            "let base: string;",
            "if (candidates.length > 99) base = 'http://localhost:8000';",
            "else base = baseUrl();",
            f"const url = `${{base}}{PATH}`;",
        ),
    ),
    Mutation(
        "base-as-default",
        {HEAD: HEAD.replace("Candidate[])", "Candidate[], base = baseUrl())"), "${baseUrl()}": "${base}"},
    ),
    Mutation(
        "base-as-option",
        {
            HEAD: HEAD.replace("Candidate[])", "Candidate[], { base = baseUrl() }: { base?: string } = {})"),
            "${baseUrl()}": "${base}",
        },
    ),
    Mutation(
        "awaited-base",
        helper(f"const baseUrl = async (): Promise<string> => {READ}!;") | {"${baseUrl()}": "${await baseUrl()}"},
    ),
    Mutation("written-at-the-call", {ADDRESS: "", "fetch(url,": f"fetch(`${{baseUrl()}}{PATH}`,"}),
)

SENDERS = (
    Mutation("global-this-fetch", {"await fetch(": "await globalThis.fetch("}),
    Mutation("fetch-bound", also("const send = fetch.bind(globalThis);") | {"await fetch(": "await send("}),
    Mutation("fetch-called", {"await fetch(": "await fetch.call(undefined, "}),
    Mutation(
        "fetch-injected",
        {
            HEAD: HEAD.replace("Candidate[])", "Candidate[], fetchImpl: typeof fetch = fetch)"),
            "await fetch(": "await fetchImpl(",
        },
    ),
    Mutation(
        "fetch-given-to-a-factory",
        {
            HEAD: HEAD.replace(
                "export const resolveBatch = ", "const makeResolve = (deps: { fetch: typeof fetch }) => "
            ),
            "await fetch(": "await deps.fetch(",
            CLOSED: CLOSED + "export const resolveBatch = makeResolve({ fetch });\n",
        },
    ),
    Mutation(
        "fetch-as-field",
        made(method(fields=("constructor(private readonly fetchImpl: typeof fetch) {}",), base=READ), given="fetch")
        | {"await fetch(": "await this.fetchImpl("},
    ),
    Mutation("fetch-of-undici", also("import { fetch } from 'undici';")),
    Mutation(
        "options-before",
        {
            SENT: f"await fetch(url, options); // {RESOLVED}\n",
            "  const response": f"  const options: RequestInit = {{\n{OPTIONS}  }};\n  const response",
        },
    ),
    Mutation(
        "options-of-a-helper",
        also("const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });")
        | sent("await fetch(url, post({ inputs }));"),
    ),
    Mutation(
        "request-object", sent("await fetch(new Request(url, { method: 'POST', body: JSON.stringify({ inputs }) }));")
    ),
    Mutation(
        "async-function-called-at-once",
        {"await fetch(": "await (async () => fetch(", f"{OPTIONS}  }});\n": f"{OPTIONS}  }}))();\n"},
    ),
    Mutation(
        "promise-chain",
        {
            SENT: "await Promise.resolve(url).then((address) =>\n"
            f"    fetch(address, {{ method: 'POST', body: JSON.stringify({{ inputs }}) }}) // {RESOLVED}\n  );\n",
        },
    ),
    Mutation(
        "retried",
        also("const retry = async <T>(task: () => Promise<T>): Promise<T> => task().catch(() => task());")
        | {"await fetch(": "await retry(() => fetch(", f"{OPTIONS}  }});\n": f"{OPTIONS}  }}));\n"},
    ),
    Mutation(
        "axios",
        also("import axios from 'axios';") | sent("await axios.post(url, { inputs }, { timeout: TIMEOUT_MS });"),
    ),
    Mutation(
        "axios-instance",
        helper(f"const lml = axios.create({{ baseURL: {READ}, timeout: TIMEOUT_MS }});")
        | also("import axios from 'axios';")
        | address()
        | sent(f"await lml.post('{PATH}', {{ inputs }});"),
    ),
    Mutation(
        "node-https",
        also("import https from 'node:https';")
        | sent(
            "await new Promise((done) => https.request(url, { method: 'POST' }, done).end(JSON.stringify({ inputs })));"
        ),
    ),
)


def _wrapper(*lines: str, call: str) -> dict[str, str]:
    """A function of the same file sends, on the line labelled `sends`; the request is the call of it."""
    return {HELPER: HELPER + "".join(f"{line}\n" for line in lines), ADDRESS: "", **sent(call, mark=" through sends")}


WRAPPERS = (
    Mutation(
        "wrapper-with-path",
        _wrapper(
            "const post = (path: string, body: unknown): Promise<Response> =>",
            "  fetch(`${baseUrl()}${path}`, { method: 'POST', body: JSON.stringify(body) }); // here: sends",
            call=f"await post('{PATH}', {{ inputs }});",
        ),
    ),
    Mutation(
        "wrapper-with-method-and-path",
        _wrapper(
            "async function request(method: string, path: string, body?: unknown): Promise<Response> {",
            "  const url = new URL(path, baseUrl());",
            "  return await fetch(url, { method, body: JSON.stringify(body) }); // here: sends",
            "}",
            call=f"await request('POST', '{PATH}', {{ inputs }});",
        ),
    ),
    Mutation(
        "wrapper-with-url",
        _wrapper(
            "async function request(url: string, init: RequestInit): Promise<Response> {",
            "  return await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }); // here: sends",
            "}",
            call=f"await request(`${{baseUrl()}}{PATH}`, {{ method: 'POST', body: JSON.stringify({{ inputs }}) }});",
        ),
    ),
    Mutation(
        "wrapper-with-options",
        _wrapper(
            "type Asked = { path: string; method?: string; body?: unknown };",
            "const request = ({ path, method = 'GET', body }: Asked): Promise<Response> =>",
            "  fetch(baseUrl() + path, { method, body: JSON.stringify(body) }); // here: sends",
            call=f"await request({{ path: '{PATH}', method: 'POST', body: {{ inputs }} }});",
        ),
    ),
    Mutation(
        "wrapper-is-method",
        _wrapper(
            "class Http {",
            "  constructor(private readonly base: string) {}",
            "  post(path: string, body: unknown): Promise<Response> {",
            "    return fetch(this.base + path, { method: 'POST', body: JSON.stringify(body) }); // here: sends",
            "  }",
            "}",
            "const http = new Http(baseUrl());",
            call=f"await http.post('{PATH}', {{ inputs }});",
        ),
    ),
    Mutation(
        "wrapper-in-another-file",
        {
            **helper(),
            **also("import { post } from './post.js';"),
            ADDRESS: "",
            **sent(f"await post('{PATH}', {{ inputs }});", mark=" through sends"),
        },
        {
            f"{JOB}/post.ts": f"""\
const base = () => {READ};
export const post = (path: string, body: unknown): Promise<Response> =>
  fetch(`${{base()}}${{path}}`, {{ method: 'POST', body: JSON.stringify(body) }}); // here: sends
""",
        },
    ),
    Mutation(
        "extracted-sender",
        {
            HELPER: f"""{HELPER}
const send = (inputs: unknown[]): Promise<Response> => {{
  const body = JSON.stringify({{ inputs }});
  return fetch(`${{baseUrl()}}{PATH}`, {{ method: 'POST', body }}); // {RESOLVED}
}};
""",
            ADDRESS: "",
            SENT: "await send(inputs);\n",
        },
    ),
)
