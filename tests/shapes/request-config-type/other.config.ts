import { registerAs } from '@nestjs/config';

export default registerAs('other', () => ({ url: process.env.OTHER_URL }));
