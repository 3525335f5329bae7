// Variables that are read under a computed name and kept under the same: each member is that variable and no other.
const names = ['ACME_URL', 'OTHER_URL'] as const;

export const looped: Record<string, string | undefined> = {};
for (const name of names) looped[name] = process.env[name];

export const reduced = names.reduce((made, name) => ({ ...made, [name]: process.env[name] }), {} as typeof looped);

export const whole: Record<string, string> = {};
for (const [key, value] of Object.entries(process.env)) if (value) whole[key] = value;

export const asked = new Proxy({} as Record<string, string>, { get: (_target, key: string) => process.env[key] });
