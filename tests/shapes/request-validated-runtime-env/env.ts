import { createEnv } from '@t3-oss/env-nextjs';
import { z } from 'zod';

export const env = createEnv({
  server: { BASE: z.string().url(), OTHER: z.string().url() },
  runtimeEnv: { BASE: process.env.ACME_URL, OTHER: process.env.OTHER_URL },
});
export const edge = createEnv({
  server: { ACME_URL: z.string().url() },
  client: {},
  experimental__runtimeEnv: {},
});
