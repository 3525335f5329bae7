import { z } from 'zod';

const schema = z.object({ ACME_URL: z.string().url(), OTHER_URL: z.string().optional(), PORT: z.coerce.number() });

export const env = schema.parse(process.env);
const checked = schema.safeParse({ ...process.env, PORT: 80 });
export const data = checked.success ? checked.data : env;
