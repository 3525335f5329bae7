import { memo } from 'react';

const Inner = ({ item }: { item: unknown }) => <b>{String(item)}</b>;
export const Card = memo(Inner);
export const Lonely = () => <i />;
