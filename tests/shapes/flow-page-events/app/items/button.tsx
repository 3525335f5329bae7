import { forwardRef } from 'react';

export const Button = forwardRef<HTMLButtonElement, Record<string, unknown>>(({ className, ...props }, ref) => (
  <button className={String(className)} ref={ref} {...props} />
));
