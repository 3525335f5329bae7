import { shared } from './shared';

shared.listen(3002);
