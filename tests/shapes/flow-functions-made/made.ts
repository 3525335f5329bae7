const wrap = (work: (value: any) => any) => (value: any) => work(value);
export const later = wrap((item) => item.title);
export const never = wrap(() => 'none');
