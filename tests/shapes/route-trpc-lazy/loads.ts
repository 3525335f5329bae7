export const later = (load: () => Promise<any>) => setTimeout(load, 10);
