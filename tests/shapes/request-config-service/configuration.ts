export default () => ({
  acme: { url: process.env.ACME_URL, retries: 3 },
  other: { url: process.env.OTHER_URL },
});
