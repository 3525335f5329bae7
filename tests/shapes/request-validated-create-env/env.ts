import { createEnv } from '@t3-oss/env-core';
import { cleanEnv, str, url } from 'envalid';
import { z } from 'zod';

export const env = createEnv({
  server: { ACME_URL: z.string().url(), OTHER_URL: z.string().url() },
  runtimeEnv: process.env,
});
export const clean = cleanEnv(process.env, { ACME_URL: url(), OTHER_URL: str() });
