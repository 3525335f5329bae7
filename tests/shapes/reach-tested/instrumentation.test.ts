import { register } from './instrumentation';
import { title } from './src/index';
import { left } from './src/lib/left';
import { unused } from './src/lib/warm';

void [register(), title(1), left(2), unused(3)];
