import convict from 'convict';

const config = convict({
  acme: { url: { doc: 'the service', format: String, default: '', env: 'ACME_URL' } },
  other: { url: { default: '', env: 'OTHER_URL' } },
  port: { default: 1, env: 'PORT' },
});
config.validate({ allowed: 'strict' });
export default config;
export const settings = config.getProperties();
