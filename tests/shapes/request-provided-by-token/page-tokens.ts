import { InjectionToken } from '@angular/core';

export const BASE = new InjectionToken<string>('base');
export const OTHER = new InjectionToken<string>('other');
