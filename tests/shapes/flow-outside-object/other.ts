import config from 'some-config';
import none from 'other-config';

export const show = () => ({ title: config.item.title, none: none.item }); // ok: the second is another package's
