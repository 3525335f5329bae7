type Handler = (req: any, res: any, next: (error?: unknown) => void) => unknown;

export const wrap = (handler: Handler): Handler => (req, res, next) => {
  Promise.resolve()
    .then(() => handler(req, res, next))
    .catch(next);
};

export function timed(name: string) {
  return (inner: Handler): Handler =>
    async function measured(req, res, next) {
      console.time(name);
      await inner(req, res, next);
      console.timeEnd(name);
    };
}
