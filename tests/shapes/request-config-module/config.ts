import { get } from './env';

export const config = { acmeUrl: get('ACME_URL', 'http://localhost'), port: Number(get('PORT', '80')) };
export default { acme: { baseUrl: config.acmeUrl } };
