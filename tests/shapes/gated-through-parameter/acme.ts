interface Options {
  withheld?: boolean;
}
const send = (path: string) => fetch(`${process.env.ACME_URL}${path}`); // ok: the client's own way out
const gate = ({ withheld = false }: Options, path: string) => (withheld ? null : send(path));

export const lookupItem = (name: string, options: Options = {}) => gate(options, `/lookup/${name}`);
export const byFlag = (withheld: boolean) => gate({ withheld }, '/flag');
export const bySpread = (options: Options) => gate({ ...options }, '/spread');
export const byItem = (item: { withheld: boolean }) => (item.withheld ? null : send('/item'));
export const never = (options: Options) => gate({ withheld: false }, `/never/${Object.keys(options)}`);
export const ignores = (options: Options) => (options.withheld ? send('/shown') : send('/plain'));
