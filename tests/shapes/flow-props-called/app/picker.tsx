'use client';
import { useCallback } from 'react';

export function Picker<T extends object>({ item, onPick }: { item: T; onPick: (one: T) => void }) {
  const pick = useCallback((one: T) => onPick(one), [onPick]);
  return <button onClick={() => pick(item)}>Pick</button>;
}
