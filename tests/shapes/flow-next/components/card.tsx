import { memo } from 'react';

const Inner = ({ title }: { title: string }) => <b title={title}>x</b>; // sink: view page /items/[id]
export const Card = memo(Inner);
