import { registerAs } from '@nestjs/config';

export const acmeConfig = registerAs('acme', () => ({ url: process.env.ACME_URL, name: process.env.OTHER_URL }));
