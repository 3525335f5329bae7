const lmlUrl = process.env.LIBRARY_METADATA_URL ?? 'http://localhost:9000';

describe('a running LML', () => {
  it('is well', async () => {
    const response = await fetch(`${lmlUrl}/health`); // expect: request GET /health (test)
    expect(response.status).toBe(200);
  });

  it('is not our own server', async () => {
    const response = await fetch('http://localhost:8080/healthcheck'); // ok: our own
    expect(response.status).toBe(200);
  });
});
