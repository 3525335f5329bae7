import { z } from 'zod';

export const Public = z.object({ title: z.string(), code: z.string().optional() });
export const Known = Public.extend({ secret: z.string() });
export const Page = z.object({ items: z.array(Public), total: z.number() });
export const KnownPage = Page.extend({ items: Known.array() });
const shared = { title: z.string() };
export const Spread = z.object({ ...shared });
export type Tree = { title: string; inner?: Tree };
export const Tree: z.ZodType<Tree> = z.object({ title: z.string(), inner: z.lazy(() => Tree).optional() });
