export const request = (settings: { BASE: string }, options: { method: string; url: string }) =>
  fetch(`${settings.BASE}${options.url}`, { method: options.method }); // here: sends ; ok: a wrapper's own line
