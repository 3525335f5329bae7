export const held = () => (globalThis as any).item;
export const count = () => (globalThis as any).count;
