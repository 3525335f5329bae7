import { plain, settings } from './settings';

settings.url = process.env.ACME_URL!;
settings.label = process.env.ACME_URL!;
plain.base = process.env.ACME_URL!;
