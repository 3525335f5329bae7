import { config } from './core/config';

config.BASE = process.env.ACME_URL!;
