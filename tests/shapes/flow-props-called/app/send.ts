export function send(item: unknown) {
  void fetch('https://elsewhere.example/items', { method: 'POST', body: JSON.stringify(item) }); // sink: request ; proven: request
}
